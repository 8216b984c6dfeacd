import { Button, Input } from 'antd'
import { useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { askCorrection } from '../common/contract/protection.ts'
import type { ShownThing } from '../common/contract/things.ts'
import type { FieldValue } from '../common/field-spec.ts'
import { kinds } from '../common/kinds.ts'
import { FieldInput } from './FieldInput.tsx'
import { ThingConsents } from './ThingConsents.tsx'
import { registryOfficeMessages } from './messages.ts'
import { useWords } from '../ui/words.ts'

/** What a person may ask for: that something is corrected, and what they agreed to. */
export function ThingRights({ thing }: { readonly thing: ShownThing }) {
  const t = useText(registryOfficeMessages)
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      {thing.mayWrite ? (
        <section className="o-card" aria-labelledby="correction">
          <h2 id="correction">{t('correction.title')}</h2>
          {isAsking ? (
            <CorrectionForm thing={thing} onEnd={() => setAsking(false)} />
          ) : (
            <div className="o-actions">
              <Button onClick={() => setAsking(true)}>{t('correction.ask')}</Button>
            </div>
          )}
        </section>
      ) : null}
      {thing.kind === 'person' ? <ThingConsents thing={thing} /> : null}
    </>
  )
}

function CorrectionForm({ thing, onEnd }: { readonly thing: ShownThing; readonly onEnd: () => void }) {
  const t = useText(registryOfficeMessages)
  const words = useWords()
  const say = useSay()
  const [correctionId] = useState(newId)
  const [field, setField] = useState(thing.fields[0]?.key ?? '')
  const spec = kinds[thing.kind].fields[field]
  const send = useDo<typeof askCorrection>('registry.ask-correction', {
    renews: ['registry.corrections', 'inbox.'],
    onDone: ({ dueOn }) => {
      say(t('correction.asked', { day: dueOn }))
      onEnd()
    },
  })
  return (
    <OfficeForm<{ wanted: FieldValue; reason: string }>
      name="correction"
      submit={t('correction.ask')}
      isSending={send.isSending}
      trouble={send.trouble}
      onCancel={onEnd}
      onSend={({ wanted, reason }) => send.send({ correctionId, thingId: thing.thingId, field, wanted, reason })}
    >
      <label className="o-stack">
        <span>{t('correction.field')}</span>
        <select className="o-select" value={field} onChange={event => setField(event.target.value)}>
          {thing.fields.map(({ key }) => (
            <option key={key} value={key}>
              {words.field(thing.kind, key)}
            </option>
          ))}
        </select>
      </label>
      {spec ? (
        <Item key={field} name="wanted" label={t('correction.wanted')} isRequired>
          <FieldInput spec={spec} />
        </Item>
      ) : null}
      <Item name="reason" label={t('correction.reason')} isRequired>
        <Input.TextArea rows={2} maxLength={200} />
      </Item>
    </OfficeForm>
  )
}
