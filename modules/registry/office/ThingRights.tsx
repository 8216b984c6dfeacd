import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { askCorrection, giveConsent, listConsents, withdrawConsent } from '../common/contract/protection.ts'
import type { ShownThing } from '../common/contract/things.ts'
import type { FieldValue } from '../common/field-spec.ts'
import { kinds } from '../common/kinds.ts'
import { FieldInput } from './FieldInput.tsx'
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
      {thing.kind === 'person' ? <Consents thing={thing} /> : null}
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

const ways = ['signed', 'spoken', 'guardian'] as const

interface Agreed {
  readonly purpose: string
  readonly way: (typeof ways)[number]
  readonly givenOn: string
}

function Consents({ thing }: { readonly thing: ShownThing }) {
  const t = useText(registryOfficeMessages)
  const asked = useAsk<typeof listConsents>('registry.consents', { personId: thing.thingId })
  const [isAdding, setAdding] = useState(false)
  const [consentId, setConsentId] = useState(newId)
  const give = useDo<typeof giveConsent>('registry.give-consent', {
    renews: ['registry.consents'],
    onDone: () => {
      setConsentId(newId())
      setAdding(false)
    },
  })
  const withdraw = useDo<typeof withdrawConsent>('registry.withdraw-consent', { renews: ['registry.consents'] })
  const rows = asked.data?.rows ?? []
  const today = () => dayOf(new Date().toISOString())
  return (
    <section className="o-card" aria-labelledby="consent">
      <h2 id="consent">{t('consent.title')}</h2>
      {rows.length === 0 ? <p className="o-hint">{t('consent.none')}</p> : null}
      <ul className="o-lines">
        {rows.map(row => (
          <li key={row.consentId}>
            <span>
              <b>{row.purpose}</b> {t('consent.given', { day: row.givenOn, way: t(`consent.${row.way}`) })}
              {row.withdrawnOn ? ` · ${t('consent.withdrawn', { day: row.withdrawnOn })}` : ''}
            </span>
            {row.withdrawnOn === null && thing.mayWrite ? (
              <Button
                size="small"
                aria-label={t('consent.withdraw-of', { purpose: row.purpose })}
                onClick={() => withdraw.send({ consentId: row.consentId, on: today() })}
              >
                {t('consent.withdraw')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {isAdding ? (
        <OfficeForm<Agreed>
          name="consent"
          start={{ givenOn: today(), way: 'signed' }}
          submit={t('consent.add')}
          isSending={give.isSending}
          trouble={give.trouble}
          onCancel={() => setAdding(false)}
          onSend={typed => give.send({ consentId, personId: thing.thingId, ...typed })}
        >
          <Item name="purpose" label={t('consent.purpose')} isRequired>
            <Input maxLength={100} autoFocus />
          </Item>
          <Item name="way" label={t('consent.way')} isRequired>
            <Select options={ways.map(value => ({ value, label: t(`consent.${value}`) }))} />
          </Item>
          <Item name="givenOn" label={t('consent.given-on')} isRequired>
            <FieldInput spec={kinds.person.fields.bornOn!} />
          </Item>
        </OfficeForm>
      ) : thing.mayWrite ? (
        <div className="o-actions">
          <Button onClick={() => setAdding(true)}>{t('consent.add')}</Button>
        </div>
      ) : null}
    </section>
  )
}
