import { Button, ScanButton, Select, TextField, useText } from '#platform/ui/ui/index.ts'
import type { FieldSpec } from '../common/field-spec.ts'
import { identifierMessages } from '../common/identifiers/index.ts'
import { checkByScheme } from '../common/identifiers/by-scheme.ts'
import { useToday, useWords } from '../ui/words.ts'
import { proposedFor } from '../common/told-by-number.ts'
import { fieldRegistryMessages } from './messages.ts'
import { scanned } from './scanned.ts'

interface FieldControlProps {
  readonly spec: FieldSpec
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly hint?: string
  readonly error?: string | null
  readonly isOptional?: boolean
  /** What an empty choice says. */
  readonly empty?: string
}

/** The control that suits a field of the library; numbers are checked while they are written. */
export function FieldControl(props: FieldControlProps) {
  const t = useText(fieldRegistryMessages)
  const words = useWords()
  const { spec, text, onText, empty = t('ask.empty') } = props
  const { type } = spec
  const shared = {
    label: props.label,
    isOptional: props.isOptional ?? false,
    ...(props.hint === undefined ? {} : { hint: props.hint }),
    error: props.error ?? null,
  }
  switch (type.type) {
    case 'place':
      // Buildings are chosen in the office, where they can be looked up.
      return null
    case 'code':
    case 'yes-no': {
      const choices =
        type.type === 'code'
          ? words.codes(type.list)
          : ['true', 'false'].map(value => ({ value, label: words.yesNo(value === 'true') }))
      return (
        <Select {...shared} choices={[{ value: '', label: empty }, ...choices]} value={text || ''} onChange={onText} />
      )
    }
    case 'day':
      return <TextField {...shared} type="date" value={text} onChange={onText} />
    case 'whole':
    case 'decimal':
      return (
        <TextField
          {...shared}
          inputMode={type.type === 'whole' ? 'numeric' : 'text'}
          maxLength={12}
          value={text}
          onChange={onText}
        />
      )
    case 'text':
      return <TextField {...shared} maxLength={type.most} value={text} onChange={onText} />
    case 'identifier':
      return (
        <>
          <TextField {...shared} maxLength={40} value={text} onChange={onText} />
          <NumberHelp spec={spec} label={props.label} text={text} onText={onText} />
        </>
      )
  }
}

/** What is wrong with the number and where, what an old one became, and the camera where the browser can use it. */
function NumberHelp({ spec, label, text, onText }: FieldControlProps) {
  const t = useText(fieldRegistryMessages)
  const say = useText(identifierMessages)
  const today = useToday()
  if (spec.type.type !== 'identifier') return null
  const { scheme } = spec.type
  const found = text.trim() === '' ? null : checkByScheme(scheme, text, today)
  const proposal = scheme === 'id-number' ? proposedFor(text, today) : null
  const read = (texts: readonly string[]) => {
    const number = scanned(scheme, texts, today)
    if (number !== null) onText(number)
    return number !== null
  }
  return (
    <div className="f-number">
      <output className="w-hint">
        {found === null ? '' : found.ok ? t('number.sound') : say(`identifier.${found.fault}`, found.params)}
      </output>
      {proposal ? <Button onPress={() => onText(proposal)}>{t('number.proposal', { number: proposal })}</Button> : null}
      {scheme === 'phone' ? null : scheme === 'id-number' ? (
        <ScanButton label={t('scan.id-number')} reads="words" onRead={read} />
      ) : (
        <ScanButton label={t('scan.other', { field: label })} reads="code" onRead={read} />
      )}
    </div>
  )
}
