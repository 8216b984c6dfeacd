import { Link } from '@tanstack/react-router'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listVacancies } from '../common/contract.ts'
import { postsOfficeMessages } from './messages.ts'

/** Vacant posts, the longest vacant first, with who answers meanwhile. */
export function Vacancies({ gridPath }: { readonly gridPath: string }) {
  const t = useText(postsOfficeMessages)
  const may = useMay()
  const moment = useMoment()
  const asked = useAsk<typeof listVacancies>('posts.vacancies', { gridPath }, { keep: true })
  const heads = ['post', 'grid', 'since', 'answered'] as const
  return (
    <Answered asked={asked}>
      {({ vacancies }) =>
        vacancies.length === 0 ? (
          <Blank title={t('vacancies.none')} />
        ) : (
          <section className="o-card ps-wide" aria-label={t('tab.vacancies')}>
            <p>{t('vacancies.count', { count: vacancies.length })}</p>
            <table className="o-plain">
              <thead>
                <tr>
                  {heads.map(head => (
                    <th key={head} scope="col">
                      {t(`vacancies.${head}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {vacancies.map(row => (
                  <tr key={row.postId}>
                    <td>
                      {row.title}
                      <span className="o-soft ps-row">{row.unitName}</span>
                    </td>
                    <td>{row.gridName}</td>
                    <td>
                      {moment(row.since)}
                      <span className="ps-gap ps-row">{t('vacancies.days', { days: row.days })}</span>
                    </td>
                    <td>
                      {row.answeredBy ? (
                        t('vacancies.answer', row.answeredBy)
                      ) : (
                        <span className="ps-gap">{t('vacancies.nobody')}</span>
                      )}
                      {row.substitute ? (
                        <span className="ps-row">
                          {t('vacancies.substitute', {
                            name: row.substitute.name,
                            until: moment(row.substitute.untilAt),
                          })}
                        </span>
                      ) : may('identity.substitute') ? (
                        <Link
                          className="ps-row"
                          to="/duties"
                          search={{ tab: 'substitutes', post: row.postId } as never}
                        >
                          {t('vacancies.arrange')}
                        </Link>
                      ) : null}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )
      }
    </Answered>
  )
}
