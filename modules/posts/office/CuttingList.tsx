import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { ProposedGrid, proposeCutting } from '../common/contract.ts'
import { postsMessages } from '../common/messages.ts'
import { postsOfficeMessages } from './messages.ts'

type Families = OutputOf<typeof proposeCutting>['families']

/** The grids of which something changes or is to be said, with the numbers that stand on the map. */
export function numbered(families: Families): { number: number; grid: ProposedGrid }[] {
  return families.flatMap(({ grids }) => grids.filter(isTold)).map((grid, i) => ({ number: i + 1, grid }))
}

const isTold = ({ isChanged, why }: ProposedGrid) => isChanged || why !== null

/** The proposed grids by the grid above them. */
export function CuttingList({ families }: { readonly families: Families }) {
  const t = useText(postsOfficeMessages)
  const numbers = new Map(numbered(families).map(({ number, grid }) => [grid, number]))
  const told = families.filter(({ grids }) => grids.some(isTold))
  if (told.length === 0) return <p>{t('balance.nothing')}</p>
  return (
    <>
      {told.map(({ path, name, grids }) => {
        const same = grids.filter(grid => !isTold(grid))
        const before = new Set(grids.flatMap(({ from }) => from.map(cell => cell.path))).size
        return (
          <section key={path} aria-label={name}>
            <h2>{t('balance.family', { name, before, after: grids.length })}</h2>
            <ol className="ps-cut">
              {grids.filter(isTold).map(grid => (
                <Grid key={numbers.get(grid)} number={numbers.get(grid)!} grid={grid} />
              ))}
            </ol>
            {same.length > 0 ? (
              <p className="o-soft">
                {t('balance.same', {
                  grids: same
                    .map(grid => t('balance.same-grid', { grid: grid.name, households: grid.households }))
                    .join('、'),
                })}
              </p>
            ) : null}
          </section>
        )
      })}
      {told.length < families.length ? (
        <p className="o-soft">{t('balance.fine', { count: families.length - told.length })}</p>
      ) : null}
    </>
  )
}

function Grid({ number, grid }: { readonly number: number; readonly grid: ProposedGrid }) {
  const t = useText(postsOfficeMessages, postsMessages)
  const { name, keeps, households, openMatters, fit, why, building, from, isChanged } = grid
  return (
    <li>
      <span className="ps-number">{number}</span>
      <div>
        <b>{name}</b> <span className="o-soft">{t(keeps === null ? 'balance.new' : 'balance.kept')}</span>
        <span className="ps-row">
          {t('balance.load', { households, open: openMatters })}
          {fit === 'above' || fit === 'below' ? <b className="ps-gap"> {t(`fit.${fit}`)}</b> : null}
        </span>
        {why ? <span className="ps-row">{t(`why.${why}`, { building: building ?? '' })}</span> : null}
        {isChanged ? (
          <span className="ps-row o-soft">
            {from
              .map(cell =>
                cell.isWhole
                  ? t('balance.whole', { grid: cell.name })
                  : t('balance.piece', { grid: cell.name, households: cell.households }),
              )
              .join('、')}
          </span>
        ) : null}
      </div>
    </li>
  )
}
