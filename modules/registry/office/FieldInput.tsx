import { Input, InputNumber, Select } from 'antd'
import type { FieldSpec } from '../common/field-spec.ts'
import { useWords } from '../ui/words.ts'

interface FieldInputProps {
  readonly spec: FieldSpec
  readonly id?: string
  readonly value?: string | number | boolean | null
  readonly onChange?: (value: string | number | boolean | null) => void
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
          showSearch={{ optionFilterProp: 'label' }}
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
    case 'text':
    case 'identifier':
      return (
        <Input
          {...control}
          value={text}
          maxLength={type.type === 'text' ? type.most : 40}
          autoComplete="off"
          onChange={event => control.onChange?.(event.target.value)}
        />
      )
  }
}
