import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import { care } from '../common/care.ts'
import type { cleanUp, listCarePolicies, putCarePolicy, retention } from '../common/contract/protection.ts'
import { careEndedLabel, fieldRetentions, type RetentionRule } from '../common/retention.ts'
import { registryOfficeMessages } from './messages.ts'

/** The security administrator's page about personal data: rules and numbers, never anybody's record. */
export function Page() {
  const t = useText(registryOfficeMessages)
  return (
    <OfficePage title={t('place.protection')} about={t('protection.about')}>
      <CareLists />
      <Retention />
    </OfficePage>
  )
}

function CareLists() {
  const t = useText(registryOfficeMessages)
  const asked = useAsk<typeof listCarePolicies>('registry.care-policies', {})
  return (
    <section className="o-card" aria-labelledby="care-lists">
      <h2 id="care-lists">{t('protection.care')}</h2>
      <Answered asked={asked}>
        {({ rows }) => (
          <ul className="o-lines">
            {rows.map(policy => (
              <CareList key={policy.group} policy={policy} />
            ))}
          </ul>
        )}
      </Answered>
    </section>
  )
}

type Policy = OutputOf<typeof listCarePolicies>['rows'][number]

function CareList({ policy }: { readonly policy: Policy }) {
  const t = useText(registryOfficeMessages)
  const { locale } = useLocale()
  const [changing, setChanging] = useState<'turn' | 'adjust' | null>(null)
  const put = useDo<typeof putCarePolicy>('registry.put-care-policy', {
    renews: ['registry.'],
    onDone: () => setChanging(null),
  })
  const name = care[policy.group].label[locale]
  const turn = t(policy.isOn ? 'protection.turn-off' : 'protection.turn-on')
  return (
    <li>
      <span>
        <b>{name}</b> · {t(policy.isOn ? 'protection.on' : 'protection.off')} · {care[policy.group].purpose[locale]} ·{' '}
        {t('protection.visit-days')} {policy.visitDays} · {t('protection.keep-days')} {policy.keepDays}
        {policy.reason ? ` · ${policy.reason}` : ''}
      </span>
      {changing ? (
        <OfficeForm<{ visitDays: number; keepDays: number; reason: string }>
          name={`policy-${policy.group}`}
          start={{ visitDays: policy.visitDays, keepDays: policy.keepDays }}
          submit={changing === 'turn' ? turn : t('protection.adjust')}
          isSending={put.isSending}
          trouble={put.trouble}
          onCancel={() => setChanging(null)}
          onSend={typed => put.send({ group: policy.group, isOn: (changing === 'turn') !== policy.isOn, ...typed })}
        >
          {changing === 'turn' && policy.isOn ? <p className="o-urgent">{t('protection.turn-off-does')}</p> : null}
          <Item name="visitDays" label={t('protection.visit-days')} isRequired>
            <InputNumber min={1} max={730} precision={0} />
          </Item>
          <Item name="keepDays" label={t('protection.keep-days')} isRequired>
            <InputNumber min={30} max={3650} precision={0} />
          </Item>
          <Item name="reason" label={t('protection.reason')} isRequired>
            <Input maxLength={200} />
          </Item>
        </OfficeForm>
      ) : (
        <span className="o-actions">
          {policy.isOn ? (
            <Button
              size="small"
              aria-label={t('protection.change-of', { what: t('protection.adjust'), group: name })}
              onClick={() => setChanging('adjust')}
            >
              {t('protection.adjust')}
            </Button>
          ) : null}
          <Button
            size="small"
            aria-label={t('protection.change-of', { what: turn, group: name })}
            onClick={() => setChanging('turn')}
          >
            {turn}
          </Button>
        </span>
      )}
    </li>
  )
}

const ruleLabel = (rule: RetentionRule) => (rule === 'care-ended' ? careEndedLabel : fieldRetentions[rule].label)

function Retention() {
  const t = useText(registryOfficeMessages)
  const { locale } = useLocale()
  const moment = useMoment()
  const asked = useAsk<typeof retention>('registry.retention', {})
  return (
    <section className="o-card" aria-labelledby="retention">
      <h2 id="retention">{t('protection.retention')}</h2>
      <Answered asked={asked}>
        {({ rules, done }) => (
          <>
            <table className="o-plain">
              <thead>
                <tr>
                  {(['rule', 'days', 'due', 'clean'] as const).map(head => (
                    <th key={head} scope="col">
                      {t(`protection.${head}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rules.map(({ rule, days, due }) => (
                  <tr key={rule}>
                    <th scope="row">{ruleLabel(rule)[locale]}</th>
                    <td className="o-number">{days ?? '—'}</td>
                    <td className="o-number">{due}</td>
                    <td>
                      <CleanUp rule={rule} due={due} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <h3>{t('protection.done')}</h3>
            {done.length === 0 ? <p className="o-hint">{t('protection.none-done')}</p> : null}
            <ul className="o-lines">
              {done.map(one => (
                <li key={one.at + one.rule}>
                  {moment(one.at)} · {ruleLabel(one.rule)[locale]} · {t('protection.cleaned', { count: one.erased })}{' '}
                  {one.byName}
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </section>
  )
}

function CleanUp({ rule, due }: { readonly rule: RetentionRule; readonly due: number }) {
  const t = useText(registryOfficeMessages)
  const { locale } = useLocale()
  const say = useSay()
  const [isSure, setSure] = useState(false)
  const clean = useDo<typeof cleanUp>('registry.clean-up', {
    renews: ['registry.'],
    onDone: ({ erased }) => {
      say(t('protection.cleaned', { count: erased }))
      setSure(false)
    },
  })
  if (due === 0) return <>—</>
  if (!isSure)
    return (
      <Button
        size="small"
        danger
        aria-label={t('protection.clean-of', { rule: ruleLabel(rule)[locale] })}
        onClick={() => setSure(true)}
      >
        {t('protection.clean')}
      </Button>
    )
  return (
    <OfficeForm<{ reason: string }>
      name={`clean-${rule}`}
      submit={t('protection.clean')}
      isDanger
      isSending={clean.isSending}
      trouble={clean.trouble}
      onCancel={() => setSure(false)}
      onSend={({ reason }) => clean.send({ rule, reason })}
    >
      <p>{t('protection.clean-sure', { count: due })}</p>
      <Item name="reason" label={t('protection.reason')} isRequired>
        <Input maxLength={200} autoFocus />
      </Item>
    </OfficeForm>
  )
}
