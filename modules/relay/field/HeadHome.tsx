import type { myReports } from '#modules/cases/common/index.ts'
import type { ReactNode } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { Link, Screen, useAnswer, useClient, useLive, useText } from '#platform/ui/ui/index.ts'
import { fieldRelayMessages } from './messages.ts'
import { useOwnYards } from './use-own-yards.ts'
import './head.css'

type Report = OutputOf<typeof myReports>['rows'][number]

/** As many reports as fit below two big buttons; the rest is a link further. */
const newest = 5

interface HeadHomeProps {
  /** How much else waits, in the list of the day. */
  readonly others: number
  readonly help: ReactNode
}

/** The first page of a building head: two big buttons, and what became of what was reported. Needs no training. */
export function HeadHome({ others, help }: HeadHomeProps) {
  const t = useText(fieldRelayMessages)
  const client = useClient()
  const own = useOwnYards()
  const reports = useAnswer('head.reports', () => client.query<typeof myReports>('cases.my-reports', { limit: 50 }))
  const { reload } = own
  const { reload: again } = reports
  useLive(() => {
    void reload()
    void again()
  })
  const waiting = own.answer?.words.filter(({ state }) => state === 'waiting').length ?? 0
  const yards = own.answer?.yards ?? []
  const rows = reports.answer?.rows.slice(0, newest) ?? []
  return (
    <Screen title={t('home.title')} actions={help}>
      {yards.length > 0 ? <p>{t('home.yards', { names: yards.map(({ name }) => name).join('、') })}</p> : null}
      <div className="r-two">
        <Link to="/report" className="r-big r-big-report">
          <strong>{t('home.report')}</strong>
          <span>{t('home.report-hint')}</span>
        </Link>
        <Link to="/relay" className="r-big r-big-tell">
          <strong>{t('home.tell')}</strong>
          <span>{waiting > 0 ? t('home.tell-count', { count: waiting }) : t('home.tell-none')}</span>
        </Link>
      </div>
      {others > waiting ? (
        <Link to="/day/list" className="f-open">
          {t('home.others')}
        </Link>
      ) : null}
      <section aria-label={t('home.answers')}>
        <h2 className="w-subtitle">{t('home.answers')}</h2>
        {reports.answer && rows.length === 0 ? <p className="w-soft">{t('home.answers-none')}</p> : null}
        <ul className="f-list">
          {rows.map(report => (
            <li key={report.caseId} className="w-card">
              <Link to={`/case/${report.caseId}`} className="f-open">
                {report.title}
              </Link>
              <Answer report={report} />
            </li>
          ))}
        </ul>
        {(reports.answer?.rows.length ?? 0) > newest ? (
          <Link to="/own" className="f-open">
            {t('home.all')}
          </Link>
        ) : null}
      </section>
    </Screen>
  )
}

/** The step of the procedure in a neighbour’s words. */
function Answer({ report: { status, next } }: { readonly report: Report }) {
  const t = useText(fieldRelayMessages)
  if (status !== 'dispatched') return <p>{t(`answer.${status}`)}</p>
  return <p>{next?.unitName ? t('answer.dispatched', { who: next.unitName }) : t('answer.dispatched-plain')}</p>
}
