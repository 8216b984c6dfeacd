import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import { care, type CareGroup } from '../common/care.ts'
import { consentWays, lostGround } from '../common/consent.ts'
import type { giveConsent, listCare, listConsents, withdrawConsent } from '../common/contract/protection.ts'
import type { ShownThing } from '../common/contract/things.ts'
import { kinds } from '../common/kinds.ts'
import { useToday } from '../ui/words.ts'
import { FieldInput } from './FieldInput.tsx'
import { registryOfficeMessages } from './messages.ts'
import { useCarePolicies } from './use-care-policies.ts'

type Row = OutputOf<typeof listConsents>['rows'][number]

/** What a person agreed to; a consent for a care list is shown to whoever may see the list. */
export function ThingConsents({ thing }: { readonly thing: ShownThing }) {
  const t = useText(registryOfficeMessages)
  const { locale } = useLocale()
  const asked = useAsk<typeof listConsents>('registry.consents', { personId: thing.thingId })
  const [isAdding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<string | null>(null)
  const rows = asked.data?.rows ?? []
  const purposeOf = ({ careGroup, purpose }: Row) =>
    careGroup === null ? purpose : `${care[careGroup].label[locale]} · ${care[careGroup].purpose[locale]}`
  return (
    <section className="o-card" aria-labelledby="consent">
      <h2 id="consent">{t('consent.title')}</h2>
      {rows.length === 0 ? <p className="o-hint">{t('consent.none')}</p> : null}
      <ul className="o-lines">
        {rows.map(row => (
          <li key={row.consentId}>
            <span>
              <b>{purposeOf(row)}</b> {t('consent.given', { day: row.givenOn, way: t(`consent.${row.way}`) })}
              {row.untilOn ? ` · ${t('consent.until', { day: row.untilOn })}` : ''}
              {row.withdrawnOn ? ` · ${t('consent.withdrawn', { day: row.withdrawnOn })}` : ''}
            </span>
            {row.withdrawnOn !== null || !(thing.mayWrite || row.careGroup !== null) ? null : leaving ===
              row.consentId ? (
              <Withdrawal thing={thing} row={row} consents={rows} onEnd={() => setLeaving(null)} />
            ) : (
              <Button
                size="small"
                aria-label={t('consent.withdraw-of', { purpose: purposeOf(row) })}
                onClick={() => setLeaving(row.consentId)}
              >
                {t('consent.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isAdding ? (
        <Agreement thing={thing} onEnd={() => setAdding(false)} />
      ) : thing.mayWrite ? (
        <div className="o-actions">
          <Button onClick={() => setAdding(true)}>{t('consent.add')}</Button>
        </div>
      ) : null}
    </section>
  )
}

/** Before it is pressed: which lists end with it, which stay and why, and that nothing else is taken away. */
function Withdrawal({
  thing,
  row,
  consents,
  onEnd,
}: {
  readonly thing: ShownThing
  readonly row: Row
  readonly consents: readonly Row[]
  readonly onEnd: () => void
}) {
  const t = useText(registryOfficeMessages)
  const { locale } = useLocale()
  const say = useSay()
  const today = useToday()
  const own = useAsk<typeof listCare>('registry.care', { personId: thing.thingId })
  const named = (groups: readonly CareGroup[]) => groups.map(group => care[group].label[locale]).join('、')
  const send = useDo<typeof withdrawConsent>('registry.withdraw-consent', {
    renews: ['registry.'],
    onDone: ({ ended }) => {
      say(ended.length > 0 ? t('consent.ended', { lists: named(ended) }) : t('consent.done'))
      onEnd()
    },
  })
  if (!own.data) return null
  const open = own.data.rows.filter(({ untilOn }) => untilOn === null)
  const after = consents.map(one => (one === row ? { ...one, withdrawnOn: today } : one))
  const ends = open.filter(entry => lostGround(entry, after, today) !== null)
  const stays = open.filter(({ basis }) => basis === 'statutory')
  return (
    <OfficeForm
      name={`withdraw-${row.consentId}`}
      submit={t('consent.withdraw')}
      isDanger
      isSending={send.isSending}
      trouble={send.trouble}
      onCancel={onEnd}
      onSend={() => send.send({ consentId: row.consentId, on: today })}
    >
      <p>
        {ends.length > 0
          ? t('consent.ends', { lists: named(ends.map(({ group }) => group)) })
          : t('consent.ends-nothing')}
      </p>
      {stays.length > 0 ? (
        <p>
          {t('consent.stays', {
            lists: stays.map(({ group, source }) => `${care[group].label[locale]}（${source ?? ''}）`).join('、'),
          })}
        </p>
      ) : null}
      <p className="o-hint">{t('consent.no-less')}</p>
    </OfficeForm>
  )
}

interface Agreed {
  /** Not asked where no list is in use. */
  readonly careGroup?: CareGroup | 'other'
  readonly purpose?: string
  readonly way: (typeof consentWays)[number]
  readonly givenOn: string
  readonly untilOn?: string | null
}

function Agreement({ thing, onEnd }: { readonly thing: ShownThing; readonly onEnd: () => void }) {
  const t = useText(registryOfficeMessages)
  const { locale } = useLocale()
  const today = useToday()
  const [consentId] = useState(newId)
  const [isOther, setOther] = useState(true)
  const { policies } = useCarePolicies()
  const give = useDo<typeof giveConsent>('registry.give-consent', { renews: ['registry.consents'], onDone: onEnd })
  return (
    <OfficeForm<Agreed>
      name="consent"
      start={{ givenOn: today, way: 'signed', careGroup: 'other' }}
      submit={t('consent.add')}
      isSending={give.isSending}
      trouble={give.trouble}
      onCancel={onEnd}
      fill={({ careGroup }) => {
        if (careGroup) setOther(careGroup === 'other')
        return {}
      }}
      onSend={({ careGroup, purpose, way, givenOn, untilOn }) =>
        give.send({
          ...{ consentId, personId: thing.thingId, way, givenOn, untilOn: untilOn ?? undefined },
          ...(careGroup && careGroup !== 'other'
            ? { careGroup, purpose: care[careGroup].purpose['zh-CN'] }
            : { purpose: purpose ?? '' }),
        })
      }
    >
      {policies.length > 0 ? (
        <Item name="careGroup" label={t('consent.for')} isRequired>
          <Select
            options={[
              { value: 'other', label: t('consent.other-purpose') },
              ...policies.map(({ group }) => ({ value: group, label: care[group].label[locale] })),
            ]}
          />
        </Item>
      ) : null}
      {isOther ? (
        <Item name="purpose" label={t('consent.purpose')} isRequired>
          <Input maxLength={100} autoFocus />
        </Item>
      ) : null}
      <Item name="way" label={t('consent.way')} isRequired>
        <Select options={consentWays.map(value => ({ value, label: t(`consent.${value}`) }))} />
      </Item>
      <Item name="givenOn" label={t('consent.given-on')} isRequired>
        <FieldInput spec={kinds.person.fields.bornOn!} />
      </Item>
      <Item name="untilOn" label={t('consent.until-on')}>
        <FieldInput spec={kinds.person.fields.bornOn!} />
      </Item>
    </OfficeForm>
  )
}
