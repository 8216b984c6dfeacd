import { Button, Input, InputNumber, Select } from 'antd'
import { byName } from '#platform/ui/office/by-name.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { FieldSpec } from '../common/field-spec.ts'
import { proposedFor } from '../common/told-by-number.ts'
import { useToday, useWords } from '../ui/words.ts'
import { PlaceInput } from './HomePlace.tsx'
import { registryOfficeMessages } from './messages.ts'

interface FieldInputProps {
  readonly spec: FieldSpec
  readonly id?: string
  readonly value?: string | number | boolean | null
  readonly onChange?: (value: string | number | boolean | null) => void
  readonly onBlur?: () => void
}

/** The control that suits a field; antd's form hands in id, value and onChange. */
export function FieldInput({ spec, ...control }: FieldInputProps) {
  const words = useWords()
  const { type } = spec
  const text = control.value === null || control.value === undefined ? '' : String(control.value)
  switch (type.type) {
    case 'code':
      return (
        <Select
          {...control}
          value={text === '' ? null : text}
          allowClear
          showSearch={byName}
          options={words.codes(type.list)}
          onChange={value => control.onChange?.(value ?? null)}
        />
      )
    case 'yes-no':
      return (
        <Select
          {...control}
          value={text === '' ? null : text}
          allowClear
          options={[
            { value: 'true', label: words.yesNo(true) },
            { value: 'false', label: words.yesNo(false) },
          ]}
          onChange={value => control.onChange?.(value === undefined || value === null ? null : value === 'true')}
        />
      )
    case 'day':
      return (
        <input
          className="o-input"
          type="date"
          id={control.id}
          value={text}
          onBlur={control.onBlur}
          onChange={event => control.onChange?.(event.target.value || null)}
        />
      )
    case 'whole':
    case 'decimal':
      return (
        <InputNumber
          {...control}
          value={typeof control.value === 'number' ? control.value : null}
          min={type.least}
          max={type.most}
          precision={type.type === 'whole' ? 0 : 2}
          onChange={value => control.onChange?.(value)}
        />
      )
    case 'place':
      return <PlaceInput {...control} of={type.of} value={text === '' ? null : text} />
    case 'text':
    case 'identifier':
      return (
        <>
          <Input
            {...control}
            value={text}
            maxLength={type.type === 'text' ? type.most : 40}
            autoComplete="off"
            onChange={event => control.onChange?.(event.target.value)}
          />
          {type.type === 'identifier' && type.scheme === 'id-number' ? (
            <NewNumber old={text} onTake={number => control.onChange?.(number)} />
          ) : null}
        </>
      )
  }
}

/** A number of 15 digits and what it became, to be taken once the card has been looked at. */
function NewNumber({ old, onTake }: { readonly old: string; readonly onTake: (number: string) => void }) {
  const t = useText(registryOfficeMessages)
  const number = proposedFor(old, useToday())
  if (number === null) return null
  return (
    <Button size="small" onClick={() => onTake(number)}>
      {t('number.take', { number })}
    </Button>
  )
}
