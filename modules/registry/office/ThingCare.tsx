import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import { care, type CareGroup, careGroups } from '../common/care.ts'
import type { delist, enlist, listCare, listCarePolicies } from '../common/contract/protection.ts'
import type { ShownThing } from '../common/contract/things.ts'
import { registryOfficeMessages } from './messages.ts'

/** The lists of people who need care on which this person is; nothing at all while no list is in use. */
export function ThingCare({ thing }: { readonly thing: ShownThing }) {
  const t = useText(registryOfficeMessages)
  const { locale } = useLocale()
  const may = useMay()
  const isAllowed = careGroups.some(group => may(care[group].permission))
  const policies = useAsk<typeof listCarePolicies>('registry.care-policies', {}, { enabled: isAllowed })
  const own = useAsk<typeof listCare>('registry.care', { personId: thing.thingId }, { enabled: isAllowed })
  const [isAdding, setAdding] = useState(false)
  const groups = (policies.data?.rows ?? []).flatMap(({ group, isOn }) =>
    isOn && may(care[group].permission) ? [group] : [],
  )
  if (groups.length === 0) return null
  const rows = own.data?.rows ?? []
  return (
    <section className="o-card" aria-labelledby="care">
      <h2 id="care">{t('care.on-lists')}</h2>
      <ul className="o-lines">
        {rows.map(row => (
          <li key={row.careId}>
            <span>
              <b>{care[row.group].label[locale]}</b> {care[row.group].causes[row.cause]?.[locale]} ·{' '}
              {t(`care.${row.basis}`)} · {row.since}
              {row.untilOn ? ` – ${row.untilOn}` : ''}
            </span>
            {row.untilOn === null ? <DelistForm careId={row.careId} who={thing.title} /> : null}
          </li>
        ))}
      </ul>
      {isAdding ? (
        <EnlistForm personId={thing.thingId} groups={groups} onEnd={() => setAdding(false)} />
      ) : thing.state === 'current' ? (
        <div className="o-actions">
          <Button onClick={() => setAdding(true)}>{t('care.enlist')}</Button>
        </div>
      ) : null}
    </section>
  )
}

interface EnlistFormProps {
  readonly personId: string
  readonly groups: readonly CareGroup[]
  readonly onEnd: () => void
}

function EnlistForm({ personId, groups, onEnd }: EnlistFormProps) {
  const t = useText(registryOfficeMessages)
  const { locale } = useLocale()
  const [careId] = useState(newId)
  const [group, setGroup] = useState<CareGroup>(groups[0]!)
  const send = useDo<typeof enlist>('registry.enlist', { renews: ['registry.'], onDone: onEnd })
  return (
    <OfficeForm<{ cause: string; basis: 'consent' | 'statutory' }>
      name="enlist"
      submit={t('care.enlist')}
      isSending={send.isSending}
      trouble={send.trouble}
      onCancel={onEnd}
      onSend={({ cause, basis }) =>
        send.send({ careId, personId, group, cause, basis, since: dayOf(new Date().toISOString()) })
      }
    >
      <label className="o-stack">
        <span>{t('care.group')}</span>
        <select className="o-select" value={group} onChange={event => setGroup(event.target.value as CareGroup)}>
          {groups.map(one => (
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
        <Select options={(['consent', 'statutory'] as const).map(value => ({ value, label: t(`care.${value}`) }))} />
      </Item>
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
