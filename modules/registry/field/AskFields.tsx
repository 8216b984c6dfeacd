import { useMe } from '#modules/identity/ui/index.ts'
import { useText } from '#platform/ui/ui/index.ts'
import type { ShownField, ShownThing } from '../common/contract/things.ts'
import type { FieldSpec } from '../common/field-spec.ts'
import { visibleFields } from '../common/sight.ts'
import { useToday, useWords } from '../ui/words.ts'
import { FieldControl } from './FieldControl.tsx'
import { fieldRegistryMessages } from './messages.ts'

/** What was written over what stands, by field. */
export type Written = Readonly<Record<string, string>>

interface AskFieldsProps {
  readonly thing: ShownThing
  readonly written: Written
  readonly onWritten: (written: Written) => void
  readonly problems: Readonly<Record<string, string>>
}

/** The fields one may ask about at the door: what should be asked again first, the rest folded away. */
export function AskFields({ thing, written, onWritten, problems }: AskFieldsProps) {
  const t = useText(fieldRegistryMessages)
  const today = useToday()
  const me = useMe()
  const known = new Map(thing.fields.map(field => [field.key, field]))
  // What does not change over time is corrected in the office, with a reason.
  const fields = visibleFields(thing.kind, word => me.permissions.includes(word)).filter(([, spec]) => !spec.lasting)
  const isFirst = (key: string) => {
    const field = known.get(key)
    return key === 'phone' || (field?.staleOn ?? '9999') <= today || key in problems
  }
  const first = fields.filter(([key]) => isFirst(key))
  const rest = fields.filter(([key]) => !isFirst(key))
  const control = ([key, spec]: readonly [string, FieldSpec, unknown]) => (
    <Asked
      key={key}
      thing={thing}
      name={key}
      spec={spec}
      known={known.get(key)}
      text={written[key] ?? ''}
      problem={problems[key] ?? null}
      onText={text => onWritten({ ...written, [key]: text })}
    />
  )
  return (
    <fieldset className="w-group">
      <legend>{t('ask.title', { name: thing.title })}</legend>
      <p className="w-hint">{t('ask.hint')}</p>
      {first.map(control)}
      {rest.length > 0 ? (
        <details>
          <summary>{t('ask.more')}</summary>
          {rest.map(control)}
        </details>
      ) : null}
    </fieldset>
  )
}

interface AskedProps {
  readonly thing: ShownThing
  readonly name: string
  readonly spec: FieldSpec
  readonly known: ShownField | undefined
  readonly text: string
  readonly problem: string | null
  readonly onText: (text: string) => void
}

function Asked({ thing, name, spec, known, text, problem, onText }: AskedProps) {
  const t = useText(fieldRegistryMessages)
  const words = useWords()
  const value = known?.value ?? null
  const shown = value === null ? t('ask.unknown') : words.value(thing.kind, name, value)
  return (
    <FieldControl
      spec={spec}
      label={words.field(thing.kind, name)}
      hint={t('ask.now', { value: shown })}
      text={text}
      onText={onText}
      error={problem}
      empty={t('ask.choose')}
    />
  )
}
