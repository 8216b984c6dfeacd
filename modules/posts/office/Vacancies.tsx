import { Link } from '@tanstack/react-router'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { PlainTable } from '#platform/ui/office/PlainTable.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listVacancies } from '../common/contract.ts'
import { postsOfficeMessages } from './messages.ts'

/** Vacant posts, the longest vacant first, with who answers meanwhile. */
export function Vacancies({ gridPath }: { readonly gridPath: string }) {
  const t = useText(postsOfficeMessages)
  const moment = useMoment()
  const asked = useAsk<typeof listVacancies>('posts.vacancies', { gridPath }, { keep: true })
  return (
    <Answered asked={asked}>
      {({ vacancies }) =>
        vacancies.length === 0 ? (
          <Blank title={t('vacancies.none')} />
        ) : (
          <section className="o-card ps-wide" aria-label={t('tab.vacancies')}>
            <p>{t('vacancies.count', { count: vacancies.length })}</p>
            <PlainTable
              rows={vacancies}
              rowKey={row => row.postId}
              words={row => `${row.title} ${row.unitName} ${row.gridName}`}
              columns={[
                {
                  head: t('vacancies.post'),
                  cell: row => (
                    <>
                      {row.title}
                      <span className="o-soft ps-row">{row.unitName}</span>
                    </>
                  ),
                },
                { head: t('vacancies.grid'), cell: row => row.gridName },
                {
                  head: t('vacancies.since'),
                  cell: row => (
                    <>
                      {moment(row.since)}
                      <span className="ps-gap ps-row">{t('vacancies.days', { days: row.days })}</span>
                    </>
                  ),
                },
                { head: t('vacancies.answered'), cell: row => <Answering row={row} /> },
              ]}
            />
          </section>
        )
      }
    </Answered>
  )
}

type Vacancy = OutputOf<typeof listVacancies>['vacancies'][number]

function Answering({ row }: { readonly row: Vacancy }) {
  const t = useText(postsOfficeMessages)
  const may = useMay()
  const moment = useMoment()
  return (
    <>
      {row.answeredBy ? t('vacancies.answer', row.answeredBy) : <span className="ps-gap">{t('vacancies.nobody')}</span>}
      {row.substitute ? (
        <span className="ps-row">
          {t('vacancies.substitute', { name: row.substitute.name, until: moment(row.substitute.untilAt) })}
        </span>
      ) : may('identity.substitute') ? (
        <Link className="ps-row" to="/duties" search={{ tab: 'substitutes', post: row.postId } as never}>
          {t('vacancies.arrange')}
        </Link>
      ) : null}
    </>
  )
}
