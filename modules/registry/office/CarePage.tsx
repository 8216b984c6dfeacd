import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import { care, type CareGroup, daysOverdue } from '../common/care.ts'
import type { listCare, listCarePolicies, noteVisit } from '../common/contract/protection.ts'
import { registryOfficeMessages } from './messages.ts'
import { DelistForm } from './ThingCare.tsx'

/** Lists that are in use, each for one purpose; who is to be visited next comes first. */
export function Page() {
  const t = useText(registryOfficeMessages)
  const may = useMay()
  const asked = useAsk<typeof listCarePolicies>('registry.care-policies', {})
  return (
    <OfficePage title={t('place.care')} about={t('care.about')}>
      <Answered asked={asked}>
        {({ rows }) => {
          const groups = rows.filter(({ group, isOn }) => isOn && may(care[group].permission)).map(({ group }) => group)
          return groups.length === 0 ? (
            <Blank title={t('care.off')}>{t('care.off-why')}</Blank>
          ) : (
            <Lists groups={groups} />
          )
        }}
      </Answered>
    </OfficePage>
  )
}

function Lists({ groups }: { readonly groups: readonly CareGroup[] }) {
  const t = useText(registryOfficeMessages)
  const { locale } = useLocale()
  const [url] = useUrlState()
  const group = groups.find(one => one === url.group) ?? groups[0]!
  const asked = useAsk<typeof listCare>('registry.care', { group })
  const [today] = useState(() => dayOf(new Date().toISOString()))
  const visit = useDo<typeof noteVisit>('registry.note-visit', { renews: ['registry.care'] })
  return (
    <>
      <nav className="o-chips" aria-label={t('care.group')}>
        {groups.map(one => (
          <Link
            key={one}
            to="/registry-care"
            search={{ group: one } as never}
            className="o-chip"
            aria-current={one === group ? 'true' : undefined}
          >
            {care[one].label[locale]}
          </Link>
        ))}
      </nav>
      <p className="o-hint">{care[group].purpose[locale]}</p>
      <Answered asked={asked}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Blank title={t('care.none')}>{t('care.none-why')}</Blank>
          ) : (
            <>
              <p>
                {t('care.count', {
                  count: rows.length,
                  due: rows.filter(({ nextVisitOn }) => daysOverdue(nextVisitOn, today) !== null).length,
                })}
              </p>
              <ul className="o-lines">
                {rows.map(row => (
                  <li key={row.careId}>
                    <span>
                      <Link to="/registry/$thingId" params={{ thingId: row.personId }}>
                        {row.title}
                      </Link>{' '}
                      · {care[row.group].causes[row.cause]?.[locale]} · {row.gridNames.at(-1)}{' '}
                      <NextVisit on={row.nextVisitOn} today={today} />
                    </span>
                    <span>
                      <Button
                        size="small"
                        aria-label={t('care.visited-of', { who: row.title })}
                        onClick={() => visit.send({ careId: row.careId, on: dayOf(new Date().toISOString()) })}
                      >
                        {t('care.visited')}
                      </Button>{' '}
                      <DelistForm careId={row.careId} who={row.title} />
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Answered>
    </>
  )
}

/** Days are as the people there count them; what is over is said in words, not by colour alone. */
function NextVisit({ on, today }: { readonly on: string | null; readonly today: string }) {
  const t = useText(registryOfficeMessages)
  const days = daysOverdue(on, today)
  if (days === 0) return <b className="o-vacant">{t('care.due-today')}</b>
  if (days !== null) return <b className="o-urgent">{t('care.overdue', { day: on ?? '', days })}</b>
  return (
    <span className="o-soft">
      {t('care.next')} {on ?? '—'}
    </span>
  )
}
