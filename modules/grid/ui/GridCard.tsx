import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import type { PostOnGrid, Responsible, showGrid } from '../common/contract.ts'
import { gridMessages } from '../common/messages.ts'
import './grid.css'

export type ShownGrid = OutputOf<typeof showGrid>

interface GridCardProps {
  readonly grid: ShownGrid
  readonly onChoose: (path: string) => void
}

/** One grid: who answers for it now and why, what posts it has, and what it is. */
export function GridCard({ grid, onChoose }: GridCardProps) {
  const t = useText(gridMessages)
  return (
    <article className="g-card" aria-label={grid.name}>
      <h2>{grid.name}</h2>
      <p className="g-soft">{t(`kind.${grid.kind}`)}</p>
      <h3>{t('card.responsible')}</h3>
      <WhoAnswers responsible={grid.responsible} path={grid.path} />
      <h3>{t('card.posts')}</h3>
      <Posts posts={grid.posts} vacancies={grid.vacancies} />
      <Facts grid={grid} onChoose={onChoose} />
    </article>
  )
}

function WhoAnswers({ responsible, path }: { readonly responsible: Responsible; readonly path: string }) {
  const t = useText(gridMessages)
  const { by, passed } = responsible
  return (
    <>
      <p className={by ? 'g-answers' : 'g-answers g-vacant'}>
        {by === null
          ? t('card.nobody')
          : by.path === path
            ? t('card.responsible-here', { holder: by.holder, title: by.title })
            : t('card.responsible-above', { holder: by.holder, title: by.title, grid: by.gridName })}
      </p>
      {passed.length > 0 ? (
        <ul className="g-passed">
          {passed.map(({ path: at, gridName, why }) => (
            <li key={at}>{t(`card.passed-${why}`, { grid: gridName })}</li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

function Posts({ posts, vacancies }: { readonly posts: readonly PostOnGrid[]; readonly vacancies: number }) {
  const t = useText(gridMessages)
  if (posts.length === 0) return <p>{t('card.no-posts')}</p>
  return (
    <>
      {vacancies > 0 ? <p className="g-vacant">{t('card.vacancies', { count: vacancies })}</p> : null}
      <table className="g-posts">
        <thead>
          <tr>
            <th scope="col">{t('card.duty')}</th>
            <th scope="col">{t('card.post')}</th>
            <th scope="col">{t('card.holder')}</th>
          </tr>
        </thead>
        <tbody>
          {posts.map(({ postId, duty, title, unitName, holder }) => (
            <tr key={`${postId} ${duty}`}>
              <td>{t(`duty.${duty}`)}</td>
              <td>
                {title}
                <span className="g-soft g-unit">{unitName}</span>
              </td>
              <td className={holder === null ? 'g-vacant' : undefined}>{holder ?? t('tree.vacant')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const hectare = 10_000

function Facts({ grid, onChoose }: GridCardProps) {
  const t = useText(gridMessages)
  const { locale } = useLocale()
  const isLarge = grid.areaSquareMetres >= 10 * hectare
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: isLarge ? 1 : 0 })
  const above = grid.names.slice(0, -1)
  return (
    <dl className="g-facts">
      <dt>{t('card.code')}</dt>
      <dd>
        {grid.code}
        {grid.codesElsewhere.map(({ digits, code }) => (
          <span key={digits} className="g-soft g-unit">
            {t('card.code-elsewhere', { digits, code })}
          </span>
        ))}
      </dd>
      <dt>{t('card.area')}</dt>
      <dd>
        {isLarge
          ? t('card.area-hectares', { value: number.format(grid.areaSquareMetres / hectare) })
          : t('card.area-square-metres', { value: number.format(grid.areaSquareMetres) })}
      </dd>
      {above.length > 0 ? (
        <>
          <dt>{t('card.part-of')}</dt>
          <dd>
            {above.map(({ path, name }) => (
              <button key={path} type="button" className="g-link" onClick={() => onChoose(path)}>
                {name}
              </button>
            ))}
          </dd>
        </>
      ) : null}
      {grid.childCount > 0 ? (
        <>
          <dt>{t('card.children')}</dt>
          <dd>{t('card.child-count', { count: grid.childCount })}</dd>
        </>
      ) : null}
      <dt>{t('card.since')}</dt>
      <dd>{grid.validFrom}</dd>
    </dl>
  )
}
