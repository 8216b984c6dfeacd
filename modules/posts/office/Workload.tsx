import { Link } from '@tanstack/react-router'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listWorkload } from '../common/contract.ts'
import { postsMessages } from '../common/messages.ts'
import { postsOfficeMessages } from './messages.ts'

/** Homes and open matters of each cell beside the norm, the largest first. It measures grids, not people. */
export function Workload({ gridPath }: { readonly gridPath: string }) {
  const t = useText(postsOfficeMessages, postsMessages)
  const asked = useAsk<typeof listWorkload>('posts.workload', { gridPath }, { keep: true })
  const heads = ['grid', 'households', 'open', 'fit', 'holder', 'posts'] as const
  return (
    <Answered asked={asked}>
      {({ norm, grids, total }) => (
        <section className="o-card ps-wide" aria-label={t('tab.workload')}>
          <p>{t('workload.norm', { ...norm, households: total.households, open: total.openMatters })}</p>
          <p>
            <Link to="/duties/balance" search={{ grid: gridPath } as never}>
              {t('workload.balance')}
            </Link>
          </p>
          <table className="o-plain">
            <thead>
              <tr>
                {heads.map(head => (
                  <th key={head} scope="col">
                    {t(`workload.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {grids.map(row => (
                <tr key={row.path}>
                  <td>{row.name}</td>
                  <td className="o-number">{row.households}</td>
                  <td className="o-number">{row.openMatters}</td>
                  <td className={row.fit === 'above' ? 'ps-gap' : undefined}>{t(`fit.${row.fit}`)}</td>
                  <td className={row.holder === null ? 'ps-gap' : undefined}>{row.holder ?? t('workload.vacant')}</td>
                  <td className="o-number">{row.postsHeld}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Answered>
  )
}
