import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import type { gridTree, showGrid } from '#modules/grid/common/index.ts'
import { gridTilesOf, Legend, WanggeMap } from '#platform/map/ui/index.ts'
import {
  EmptyState,
  ErrorState,
  Link,
  MorePages,
  Spinner,
  StateMark,
  useAnswer,
  useClient,
  useLive,
  usePages,
  usePlace,
  useText,
} from '#platform/ui/ui/index.ts'
import { caseStatuses, isEnded } from '../common/case-file.ts'
import type { listCases } from '../common/contract-queries.ts'
import { casesMessages } from '../common/messages.ts'
import type { CaseRow } from '../common/presented.ts'
import { statusShapes } from '../ui/status-shapes.ts'
import { fieldCaseMessages } from './messages.ts'

const open = caseStatuses.filter(status => !isEnded(status))
const rowsAtOnce = 100

interface CaseMapProps {
  /** The grid of the present post; null for posts that have none. */
  readonly gridPath: string | null
}

/** What is open in my grid, on the map and in the list below it: the same things in both. */
export function CaseMap({ gridPath }: CaseMapProps) {
  const client = useClient()
  const cases = usePages(`cases ${gridPath}`, page =>
    client.query<typeof listCases>('cases.list', {
      status: open,
      limit: rowsAtOnce,
      ...(gridPath ? { gridPath } : {}),
      ...page,
    }),
  )
  const tree = useAnswer('grid.tree', () => client.query<typeof gridTree>('grid.tree', { deepestLevel: 1 }))
  const own = useAnswer(`own ${gridPath}`, async () =>
    gridPath ? client.query<typeof showGrid>('grid.show', { path: gridPath }) : null,
  )
  const { reload } = cases
  useLive(change => {
    if (change === 'reset' || change.kind === 'case') void reload()
  })
  if (cases.state === 'failed' && !cases.answer) {
    return <ErrorState trouble={cases.trouble} onAgain={() => void reload()} />
  }
  if (!cases.answer || tree.state === 'loading' || own.state === 'loading') return <Spinner />
  return (
    <>
      <MapOfCases rows={cases.answer.rows} tree={tree.answer} own={own.answer} gridPath={gridPath} />
      <CaseList rows={cases.answer.rows} hasMore={cases.answer.next !== null} gridName={own.answer?.name} />
      <MorePages of={cases} />
    </>
  )
}

interface MapOfCasesProps extends CaseMapProps {
  readonly rows: readonly CaseRow[]
  readonly tree: OutputOf<typeof gridTree> | undefined
  readonly own: OutputOf<typeof showGrid> | null | undefined
}

/** Without the tree there is nothing to draw on; the list below says the same. */
function MapOfCases({ rows, tree, own, gridPath }: MapOfCasesProps) {
  const t = useText(fieldCaseMessages, casesMessages)
  const { go } = usePlace()
  const bounds = own?.bounds ?? tree?.bounds
  if (!tree || !bounds) return null
  const points = rows.flatMap(row => {
    if (!row.point) return []
    const tone = row.waitsForMe ? ('mine' as const) : ('on-time' as const)
    return [{ id: row.caseId, place: row.point, shape: statusShapes[row.status], tone, title: row.title }]
  })
  return (
    <div className="f-map">
      <WanggeMap
        label={t('map.label')}
        bounds={bounds}
        gridTiles={gridTilesOf(tree.version)}
        ownGrid={gridPath}
        points={points}
        onChoosePoint={caseId => go(`/case/${caseId}`)}
      >
        <Legend
          entries={open
            .filter((status, at) => at === 0 || statusShapes[status] !== statusShapes[open[at - 1]!])
            .map(status => ({
              shape: statusShapes[status],
              tone: 'on-time' as const,
              text: t(`cases.status.${status}`),
            }))}
        />
      </WanggeMap>
    </div>
  )
}

interface CaseListProps {
  readonly rows: readonly CaseRow[]
  readonly hasMore: boolean
  readonly gridName: string | undefined
}

function CaseList({ rows, hasMore, gridName }: CaseListProps) {
  const t = useText(fieldCaseMessages, casesMessages)
  const heading = { grid: gridName ?? t('map.everywhere'), n: rows.length }
  return (
    <section>
      <h2 className="w-subtitle f-part">{t(hasMore ? 'map.list-more' : 'map.list', heading)}</h2>
      {rows.length === 0 ? <EmptyState title={t('map.empty')} /> : null}
      <ul className="f-list">
        {rows.map(row => (
          <li key={row.caseId} className="w-card">
            <p className="f-task">
              <StateMark state={row.waitsForMe ? 'mine' : 'on-time'}>{t(`cases.status.${row.status}`)}</StateMark>
              <span className="w-soft">{row.number}</span>
            </p>
            <Link to={`/case/${row.caseId}`} className="f-open">
              {row.title}
            </Link>
            <p className="w-soft">{row.address ?? row.gridNames.at(-1)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
