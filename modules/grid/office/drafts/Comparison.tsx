import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { draftMoves } from '../../common/contract-drafts.ts'
import { parentOf } from '../../common/grid.ts'
import { gridOfficeMessages } from '../messages.ts'
import type { ShownDraft } from './use-drawing.ts'

const hectares = (squareMetres: number) => (squareMetres / 10_000).toFixed(2)

/** What the draft changes against the grids in force, and what would go along. */
export function Comparison({
  draft,
  nameOf,
}: {
  readonly draft: ShownDraft
  readonly nameOf: (path: string) => string
}) {
  const t = useText(gridOfficeMessages)
  const { moved, fresh, gone, redrawn, renamed, cornersOnly } = draft.comparison
  const lines = [
    ...moved.map(({ path, to, name, codeBefore, code }) => {
      const course = { before: nameOf(parentOf(path) ?? ''), after: nameOf(parentOf(to) ?? ''), from: path, to }
      const isNewCode = code !== codeBefore
      return {
        ...{ what: 'moved' as const, path: to, name, code: isNewCode ? '' : (code ?? '') },
        detail: [
          t('compare.moved-detail', course),
          ...(isNewCode ? [t('compare.moved-code', { before: codeBefore ?? '', after: code ?? '' })] : []),
        ].join('；'),
      }
    }),
    ...fresh.map(({ path, name, code, cutFrom, areaSquareMetres }) => ({
      ...{ what: 'fresh' as const, path, name, code: code ?? '' },
      detail:
        cutFrom === null
          ? t('compare.drawn', { area: hectares(areaSquareMetres) })
          : t('compare.cut-from', { name: nameOf(cutFrom), area: hectares(areaSquareMetres) }),
    })),
    ...gone.map(({ path, name, code, into }) => ({
      ...{ what: 'gone' as const, path, name, code: code ?? '' },
      detail: into === null ? t('compare.into-none') : t('compare.into', { name: nameOf(into) }),
    })),
    ...redrawn.map(({ path, name, areaBefore, areaAfter, movedSquareMetres }) => ({
      ...{ what: 'redrawn' as const, path, name, code: '' },
      detail: t('compare.redrawn-detail', {
        ...{ before: hectares(areaBefore), after: hectares(areaAfter), moved: hectares(movedSquareMetres) },
      }),
    })),
    ...renamed.map(({ path, before, after }) => ({
      ...{ what: 'renamed' as const, path, name: after, code: '' },
      detail: t('compare.renamed-detail', { before, after }),
    })),
  ]
  return (
    <section className="o-card" aria-labelledby="gd-compare">
      <h2 id="gd-compare">{t('compare.title')}</h2>
      {lines.length === 0 ? (
        <p>{t('compare.same')}</p>
      ) : (
        <ul className="gd-list">
          {lines.map(line => (
            <li key={`${line.what} ${line.path}`}>
              <strong>{t(`compare.${line.what}`)}</strong> {line.name}（{line.path}）
              {line.code ? (
                <>
                  {' '}
                  {t('compare.code')} <span className="o-code">{line.code}</span>
                </>
              ) : null}
              <br />
              <span className="o-soft">{line.detail}</span>
            </li>
          ))}
        </ul>
      )}
      {cornersOnly.length > 0 ? <p className="o-hint">{t('compare.corners', { count: cornersOnly.length })}</p> : null}
      {lines.length > 0 && draft.state !== 'in-force' && draft.state !== 'withdrawn' ? (
        <Moves draftId={draft.draftId} nameOf={nameOf} />
      ) : null}
    </section>
  )
}

function Moves({ draftId, nameOf }: { readonly draftId: string; readonly nameOf: (path: string) => string }) {
  const t = useText(gridOfficeMessages)
  const wordOf = (kind: string) => t(`moves.${kind as 'cases'}`)
  const asked = useAsk<typeof draftMoves>('grid.draft-moves', { draftId }, { keep: true })
  return (
    <>
      <h3>{t('moves.title')}</h3>
      <Answered asked={asked}>
        {({ moves, posts, withoutPosts }) => {
          const going = moves.filter(({ total }) => total > 0)
          const staying = moves.filter(({ total }) => total === 0).map(({ kind }) => wordOf(kind))
          return (
            <ul className="gd-list">
              {going.map(({ kind, total, from }) => {
                return (
                  <li key={kind}>
                    {t('moves.total', { what: wordOf(kind), count: total })}
                    {from.map(line => (
                      <div key={`${line.path} ${line.to}`}>
                        {t('moves.line', { from: line.name, to: line.toName, count: line.count })}
                      </div>
                    ))}
                  </li>
                )
              })}
              {posts.map(({ path, into, count }) => (
                <li key={path}>{t('moves.posts', { count, into: nameOf(into) })}</li>
              ))}
              {withoutPosts > 0 ? <li>{t('moves.without-posts', { count: withoutPosts })}</li> : null}
              {staying.length > 0 ? (
                <li className="o-soft">{t('moves.nothing', { what: staying.join('、') })}</li>
              ) : null}
            </ul>
          )
        }}
      </Answered>
    </>
  )
}
