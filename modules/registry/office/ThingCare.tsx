import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import { care, type CareGroup } from '../common/care.ts'
import { bases, type Basis, consentEnds, consentWays, inForceFor } from '../common/consent.ts'
import type { delist, enlist, listCare, listCarePolicies, listConsents } from '../common/contract/protection.ts'
import type { ShownThing } from '../common/contract/things.ts'
import { kinds } from '../common/kinds.ts'
import { useToday } from '../ui/words.ts'
import { FieldInput } from './FieldInput.tsx'
import { registryOfficeMessages } from './messages.ts'
import { useCarePolicies } from './use-care-policies.ts'

/** The lists of people who need care on which this person is; nothing at all while no list is in use. */
export function ThingCare({ thing }: { readonly thing: ShownThing }) {
  const t = useText(registryOfficeMessages)
  const { locale } = useLocale()
  const { isAllowed, policies } = useCarePolicies()
  const own = useAsk<typeof listCare>('registry.care', { personId: thing.thingId }, { enabled: isAllowed })
  const [isAdding, setAdding] = useState(false)
  if (policies.length === 0) return null
  const rows = own.data?.rows ?? []
  const endWords = (reason: string) => (isOwnWord(reason) ? t(`care.end.${reason}`) : reason)
  return (
    <section className="o-card" aria-labelledby="care">
      <h2 id="care">{t('care.on-lists')}</h2>
      <ul className="o-lines">
        {rows.map(row => (
          <li key={row.careId}>
            <span>
              <b>{care[row.group].label[locale]}</b> {care[row.group].causes[row.cause]?.[locale]} ·{' '}
              {row.source === null ? t('care.consent') : t('care.source-of', { source: row.source })} · {row.since}
              {row.untilOn ? ` – ${row.untilOn}` : ''}
              {row.endReason === null ? '' : ` · ${t('care.ended-because', { reason: endWords(row.endReason) })}`}
            </span>
            {row.untilOn === null ? <DelistForm careId={row.careId} who={thing.title} /> : null}
          </li>
        ))}
      </ul>
      {isAdding ? (
        <EnlistForm personId={thing.thingId} policies={policies} onEnd={() => setAdding(false)} />
      ) : thing.state === 'current' ? (
        <div className="o-actions">
          <Button onClick={() => setAdding(true)}>{t('care.enlist')}</Button>
        </div>
      ) : null}
    </section>
  )
}

/** Why an entry ended, in the program's own words; anything else was typed by a person. */
const ownEnds = [...consentEnds, 'dead', 'moved-away'] as const
const isOwnWord = (reason: string): reason is (typeof ownEnds)[number] => ownEnds.some(one => one === reason)

interface EnlistFormProps {
  readonly personId: string
  readonly policies: OutputOf<typeof listCarePolicies>['rows']
  readonly onEnd: () => void
}

interface Enlisted {
  readonly cause: string
  readonly basis: Basis
  readonly source?: string
  readonly way?: (typeof consentWays)[number]
  readonly untilOn?: string | null
}

function EnlistForm({ personId, policies, onEnd }: EnlistFormProps) {
  const t = useText(registryOfficeMessages)
  const { locale } = useLocale()
  const [{ careId, consentId }] = useState(() => ({ careId: newId(), consentId: newId() }))
  const [group, setGroup] = useState<CareGroup>(policies[0]!.group)
  const [basis, setBasis] = useState<Basis | null>(null)
  const consents = useAsk<typeof listConsents>('registry.consents', { personId })
  const today = useToday()
  const standing = inForceFor(consents.data?.rows ?? [], group, today)
  const send = useDo<typeof enlist>('registry.enlist', { renews: ['registry.'], onDone: onEnd })
  return (
    <OfficeForm<Enlisted>
      name="enlist"
      submit={t('care.enlist')}
      isSending={send.isSending}
      trouble={send.trouble}
      onCancel={onEnd}
      fill={changed => {
        if (changed.basis) setBasis(changed.basis)
        return {}
      }}
      onSend={({ cause, basis: ground, source, way, untilOn }) =>
        send.send({
          ...{ careId, personId, group, cause, basis: ground, since: today },
          ...(ground === 'statutory' && source ? { source } : {}),
          ...(ground === 'consent' && way ? { consent: { consentId, way, untilOn: untilOn ?? undefined } } : {}),
        })
      }
    >
      <label className="o-stack">
        <span>{t('care.group')}</span>
        <select className="o-select" value={group} onChange={event => setGroup(event.target.value as CareGroup)}>
          {policies.map(({ group: one }) => (
            <option key={one} value={one}>
              {care[one].label[locale]}
            </option>
          ))}
        </select>
      </label>
      <p className="o-hint">{care[group].purpose[locale]}</p>
      <Item key={group} name="cause" label={t('care.cause')} isRequired>
        <Select
          options={Object.entries(care[group].causes).map(([value, words]) => ({ value, label: words[locale] }))}
        />
      </Item>
      <Item name="basis" label={t('care.basis')} isRequired>
        <Select options={bases.map(value => ({ value, label: t(`care.${value}`) }))} />
      </Item>
      {basis === 'statutory' ? (
        <Item
          name="source"
          label={t('care.source')}
          hint={policies.find(one => one.group === group)?.reason}
          isOptional
        >
          <Input maxLength={200} />
        </Item>
      ) : null}
      {basis === 'consent' && standing ? (
        <p className="o-hint">
          {t('care.consent-stands', { day: standing.givenOn, way: t(`consent.${standing.way}`) })}
        </p>
      ) : null}
      {basis === 'consent' && !standing ? (
        <>
          <Item name="way" label={t('care.consent-way')} isRequired>
            <Select options={consentWays.map(value => ({ value, label: t(`consent.${value}`) }))} />
          </Item>
          <Item name="untilOn" label={t('consent.until-on')}>
            <FieldInput spec={kinds.person.fields.bornOn!} />
          </Item>
        </>
      ) : null}
    </OfficeForm>
  )
}

export function DelistForm({ careId, who }: { readonly careId: string; readonly who: string }) {
  const t = useText(registryOfficeMessages)
  const [isOpen, setOpen] = useState(false)
  const send = useDo<typeof delist>('registry.delist', { renews: ['registry.'], onDone: () => setOpen(false) })
  if (!isOpen)
    return (
      <Button size="small" aria-label={t('care.delist-of', { who })} onClick={() => setOpen(true)}>
        {t('care.delist')}
      </Button>
    )
  return (
    <OfficeForm<{ reason: string }>
      name={`delist-${careId}`}
      submit={t('care.delist')}
      isSending={send.isSending}
      trouble={send.trouble}
      onCancel={() => setOpen(false)}
      onSend={({ reason }) => send.send({ careId, on: dayOf(new Date().toISOString()), reason })}
    >
      <Item name="reason" label={t('care.delist-why')} isRequired>
        <Input maxLength={200} autoFocus />
      </Item>
    </OfficeForm>
  )
}
