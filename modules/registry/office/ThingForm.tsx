import { Select } from 'antd'
import { useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { recordThing, ShownThing } from '../common/contract/things.ts'
import { kinds } from '../common/kinds.ts'
import { sightOf } from '../common/sight.ts'
import { CodeNames } from './CodeNames.tsx'
import { FieldInput } from './FieldInput.tsx'
import { HomePlace } from './HomePlace.tsx'
import { registryOfficeMessages } from './messages.ts'
import { useToday, useWords } from '../ui/words.ts'
import { type Typed, useFieldChecks } from './use-field-checks.ts'

const ways = ['visit', 'form', 'official', 'correction'] as const

/** What is known is filled in; only what was changed is sent, with the entries that the writer saw. */
export function ThingForm({ thing, onEnd }: { readonly thing: ShownThing; readonly onEnd: () => void }) {
  const t = useText(registryOfficeMessages)
  const today = useToday()
  const words = useWords()
  const may = useMay()
  const say = useSay()
  const { checkOf, fill } = useFieldChecks(thing.kind)
  const known = new Map(thing.fields.map(field => [field.key, field]))
  const fields = Object.entries(kinds[thing.kind].fields).filter(([, spec]) => sightOf(spec, may) !== 'hidden')
  const start: Typed = Object.fromEntries(
    fields.flatMap(([key]) => {
      const field = known.get(key)
      return field?.sight === 'open' && field.value !== null ? [[key, field.value] as const] : []
    }),
  )
  const record = useDo<typeof recordThing>('registry.record', {
    renews: ['registry.'],
    onDone: ({ fates }) => {
      const of = (fate: string) =>
        Object.entries(fates).flatMap(([key, one]) => (one === fate ? [words.field(thing.kind, key)] : []))
      const notes = (['conflict', 'past'] as const).flatMap(fate =>
        of(fate).length > 0 ? [t(`thing.fate.${fate}`, { fields: of(fate) })] : [],
      )
      say([t('thing.saved'), ...notes].join(' '))
      onEnd()
    },
  })
  const send = ({ 'true-on': trueOn, way, ...typed }: Typed) => {
    const changed = Object.entries(typed).filter(([key, value]) => {
      const empty = value === undefined || value === null || value === ''
      // A sealed field that is left empty stays as it is.
      if (known.get(key)?.sight === 'masked' || !known.has(key)) return !empty
      return (empty ? null : value) !== (start[key] ?? null)
    })
    const sent = Object.fromEntries(changed.map(([key, value]) => [key, value === '' ? null : (value ?? null)]))
    if (changed.length === 0) return onEnd()
    const seen = Object.fromEntries(changed.flatMap(([key]) => (known.has(key) ? [[key, known.get(key)!.serial]] : [])))
    record.send({
      ...{ thingId: thing.thingId, fields: sent, seen },
      ...(typeof trueOn === 'string' && trueOn ? { trueOn } : {}),
      way: ways.find(one => one === way) ?? 'form',
    })
  }
  return (
    <OfficeForm<Typed>
      name="thing"
      start={{ ...start, 'true-on': today, way: 'form' }}
      submit={t('thing.save')}
      isSending={record.isSending}
      trouble={record.trouble}
      onCancel={onEnd}
      fill={fill}
      onSend={send}
    >
      {thing.kind === 'facility' ? <CodeNames /> : null}
      {thing.kind === 'housing' ? <HomePlace /> : null}
      {fields.map(([key, spec]) => {
        const field = known.get(key)
        const isMasked = field?.sight === 'masked' && field.value !== null
        return (
          <Item
            key={key}
            name={key}
            label={words.field(thing.kind, key)}
            isRequired={spec.isRequired}
            check={checkOf(key)}
            {...(isMasked ? { hint: t('thing.keep-sealed', { value: String(field.value) }) } : {})}
          >
            <FieldInput spec={spec} />
          </Item>
        )
      })}
      <Item name="true-on" label={t('thing.true-on')} isRequired>
        <FieldInput spec={kinds.person.fields.bornOn!} />
      </Item>
      <Item name="way" label={t('thing.way')} isRequired>
        <Select options={ways.map(value => ({ value, label: t(`way.${value}`) }))} />
      </Item>
    </OfficeForm>
  )
}
