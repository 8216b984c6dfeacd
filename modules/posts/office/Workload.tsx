import { Link } from '@tanstack/react-router'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { PlainTable } from '#platform/ui/office/PlainTable.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listWorkload } from '../common/contract.ts'
import { postsMessages } from '../common/messages.ts'
import { postsOfficeMessages } from './messages.ts'

/** Homes and open matters of each cell beside the norm, the largest first. It measures grids, not people. */
export function Workload({ gridPath }: { readonly gridPath: string }) {
  const t = useText(postsOfficeMessages, postsMessages)
  const asked = useAsk<typeof listWorkload>('posts.workload', { gridPath }, { keep: true })
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
          <PlainTable
            rows={grids}
            rowKey={row => row.path}
            words={row => `${row.name} ${row.holder ?? ''}`}
            columns={[
              { head: t('workload.grid'), cell: row => row.name },
              { head: t('workload.households'), cell: row => row.households, isNumber: true },
              { head: t('workload.open'), cell: row => row.openMatters, isNumber: true },
              {
                head: t('workload.fit'),
                cell: row => t(`fit.${row.fit}`),
                look: row => (row.fit === 'above' ? 'ps-gap' : undefined),
              },
              {
                head: t('workload.holder'),
                cell: row => row.holder ?? t('workload.vacant'),
                look: row => (row.holder === null ? 'ps-gap' : undefined),
              },
              {
                head: t('workload.walks'),
                cell: ({ walks }) =>
                  walks === null
                    ? ''
                    : t('workload.walks-of', { ...walks, open: walks.openMatters, fit: t(`fit.${walks.fit}`) }),
                look: ({ walks }) => (walks?.fit === 'above' ? 'ps-gap' : undefined),
              },
              { head: t('workload.posts'), cell: row => row.postsHeld, isNumber: true },
            ]}
          />
        </section>
      )}
    </Answered>
  )
}
