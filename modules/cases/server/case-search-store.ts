import { type Expression, type Kysely, type SqlBool, sql } from 'kysely'
import { type Actor, depthOf } from '#platform/authz/common/grants.ts'
import { placeColumn, visibleParts, visibleWhere } from '#platform/authz/server/visible-where.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { wordsQuery } from '#platform/search/server/words.ts'
import { type ActionRule, caseActions, nextAction } from '../common/actions.ts'
import { type CaseFile, type CaseStatus, caseStatuses, endStatuses } from '../common/case-file.ts'
import type { CaseFilters } from '../common/contract-queries.ts'
import {
  type ListRow,
  type Page,
  type PageAsked,
  pageOf,
  readAsPlanned,
  readTop,
  type RowBuilder,
  type Wanted,
} from './case-list-store.ts'
import { caseColumns, toCaseFile } from './case-row.ts'
import type { CasesTables } from './tables.ts'

export type ListAsked = CaseFilters & PageAsked

/** West, south, east, north. */
export type Box = readonly [west: number, south: number, east: number, north: number]

export interface Cluster extends Point {
  readonly count: number
  readonly open: number
}

/** Each walk is planned for itself; with more of them planning would cost what reading saves. */
const mostWalks = 6

/** Finds cases on behalf of one actor, many at a time: lists, counts, the map. */
export class CaseSearch {
  readonly #db: Kysely<CasesTables>
  readonly #actor: Actor

  constructor(db: Kysely<CasesTables>, actor: Actor) {
    this.#db = db
    this.#actor = actor
  }

  /** By the time of the report, either way; the id settles equal times. With the score of each that was weighed. */
  async list(asked: ListAsked): Promise<Page<CaseFile> & { readonly scores: ReadonlyMap<string, number> }> {
    const rows = await this.#rows(asked)
    const scores = new Map(rows.flatMap(({ id, score }) => (score === null ? [] : [[id, score] as const])))
    return { ...pageOf(rows.map(toCaseFile), asked.limit), scores }
  }

  async #rows({ text, ...others }: ListAsked): Promise<ListRow[]> {
    // A step that somebody may take is asked for with so many conditions that no one plan fits them.
    const walks = others.waitsForMe ? [] : this.#walks(others)
    const words = isAsked(text) ? (eb: RowBuilder) => hasWords(eb, text) : undefined
    const top = walks.length > 0 ? await readTop(this.#db, walks, others, words) : null
    if (top) return top
    const asked = { text, ...others }
    const planned = this.#walks(asked)
    return readAsPlanned(this.#db, planned.length > 0 ? planned : [this.#wanted(asked)], asked)
  }

  async countByStatus(gridPath: string | undefined): Promise<{ byStatus: Record<CaseStatus, number>; mine: number }> {
    const rows = await this.#db
      .selectFrom('cases.case_file as row')
      .select(eb => ['row.status', eb.fn.countAll<number>().as('count')])
      .select(eb => eb.fn.countAll<number>().filterWhere(waitsFor(this.#actor)(eb)).as('mine'))
      .where(this.#wanted({ gridPath }))
      .groupBy('row.status')
      .execute()
    const counts = new Map(rows.map(row => [row.status, row.count]))
    const byStatus = Object.fromEntries(caseStatuses.map(status => [status, counts.get(status) ?? 0]))
    return {
      byStatus: byStatus as Record<CaseStatus, number>,
      mine: rows.reduce((sum, row) => sum + row.mine, 0),
    }
  }

  /** Cases around a place, nearest first, that were not refused or joined. */
  async near(point: Point, within: { box: Box; since: Instant; limit: number }): Promise<CaseFile[]> {
    const rows = await this.#db
      .selectFrom('cases.case_file as row')
      .select(caseColumns)
      .where(this.#wanted({}))
      .where(insideBox(within.box))
      .where(eb => eb.or([eb('row.reported_at', '>=', within.since), eb('row.status', 'not in', [...endStatuses])]))
      .where('row.status', 'not in', ['refused', 'joined'])
      .orderBy(sql`"row".spot <-> ${pointOf(point)}`)
      .limit(within.limit)
      .execute()
    return rows.map(toCaseFile)
  }

  /** Whether more than `limit` cases lie in the box. Stops counting there. */
  async isCrowded(box: Box, filters: CaseFilters, limit: number): Promise<boolean> {
    const rows = await this.#db
      .selectFrom('cases.case_file as row')
      .select('row.id')
      .where(this.#wanted(filters))
      .where(insideBox(box))
      .limit(limit + 1)
      .execute()
    return rows.length > limit
  }

  async inBox(box: Box, filters: CaseFilters, limit: number): Promise<CaseFile[]> {
    const rows = await this.#db
      .selectFrom('cases.case_file as row')
      .select(caseColumns)
      .where(this.#wanted(filters))
      .where(insideBox(box))
      .limit(limit)
      .execute()
    return rows.map(toCaseFile)
  }

  /** Counts on a lattice of `cell` degrees that does not move with the box, so that clusters stay while one pans. */
  async clusters(box: Box, filters: CaseFilters, cell: number): Promise<Cluster[]> {
    return this.#db
      .selectFrom('cases.case_file as row')
      .select(eb => [
        eb.fn.avg<number>('row.lon').as('lon'),
        eb.fn.avg<number>('row.lat').as('lat'),
        eb.fn.countAll<number>().as('count'),
        eb.fn
          .countAll<number>()
          .filterWhere('row.status', 'not in', [...endStatuses])
          .as('open'),
      ])
      .where(this.#wanted(filters))
      .where(insideBox(box))
      .groupBy(sql`floor("row".lon / ${cell}::float8), floor("row".lat / ${cell}::float8)`)
      .execute()
  }

  /** Reports that were joined into a case. */
  async joinedInto(id: string): Promise<CaseFile[]> {
    const rows = await this.#db
      .selectFrom('cases.case_file as row')
      .select(caseColumns)
      .where('row.into_id', '=', id)
      .where(this.#wanted({}))
      .orderBy('row.reported_at')
      .limit(200)
      .execute()
    return rows.map(toCaseFile)
  }

  /**
   * What is wanted, as walks of one index each: what the actor sees by each grant, and each status. Merged they are in
   * order already, so a list reads what it shows, however many matters there are. None when that would be too many.
   */
  #walks(filters: CaseFilters): Wanted[] {
    const { status, ...others } = filters
    const parts = visibleParts(this.#actor, 'cases.read')
    const statuses = status && status.length > 0 ? [...new Set(status)] : [undefined]
    if (parts.length * statuses.length > mostWalks) return []
    return parts.flatMap(part =>
      statuses.map(
        (one): Wanted =>
          eb =>
            eb.and([part(eb), ...conditions(eb, { ...others, ...(one ? { status: [one] } : {}) }, this.#actor)]),
      ),
    )
  }

  #wanted(filters: CaseFilters): Wanted {
    return eb => eb.and([visibleWhere(this.#actor, 'cases.read')(eb), ...conditions(eb, filters, this.#actor)])
  }
}

/** Cases whose next step the actor may take: the action table as SQL. */
function waitsFor(actor: Actor) {
  return (eb: RowBuilder): Expression<SqlBool> =>
    eb.or(
      caseStatuses.flatMap(status => {
        const action = nextAction[status]
        if (action === null) return []
        const { permission, at, respectsClaim = false }: ActionRule = caseActions[action]
        const isThere = at === 'level' ? atLevel(actor, permission)(eb) : visibleWhere(actor, permission)(eb)
        const all = [eb('row.status', '=', status), eb('row.is_held_up', '=', false), isThere]
        if (respectsClaim) all.push(eb.or([eb('row.claimed_by', 'is', null), eb('row.claimed_by', '=', actor.postId)]))
        return [eb.and(all)]
      }),
    )
}

/** Where the case is; when it was handed up, at the grid that stands for the level: 0 steps are above every grid. */
function atLevel(actor: Actor, permission: string) {
  return (eb: RowBuilder): Expression<SqlBool> => {
    const tops = actor.grants.flatMap(grant => (grant.permission === permission ? [grant.within] : []))
    const above = tops.flatMap(within =>
      within.kind === 'everywhere'
        ? [eb.lit(true)]
        : within.kind === 'above-grids'
          ? [eb('row.work_path', 'is', null)]
          : within.kind === 'subtree'
            ? [eb('row.work_path', '=', within.path), eb('row.work_path', 'like', `${within.path}.%`)]
            : [],
    )
    const isOwn = eb.and([eb('row.level', '=', 'community'), visibleWhere(actor, permission)(eb)])
    return eb.or([isOwn, eb.and([eb('row.level', '<>', 'community'), eb.or(above)])])
  }
}

function conditions(eb: RowBuilder, filters: CaseFilters, actor: Actor): Expression<SqlBool>[] {
  const { status, gridPath, unitId, classKind, classCode, source, from, to, mine, noGrid, text } = filters
  const all: (Expression<SqlBool> | false | undefined)[] = [
    status && status.length > 0 && eb('row.status', 'in', status),
    gridPath !== undefined && eb(`row.${placeColumn(depthOf(gridPath))}`, '=', gridPath),
    unitId !== undefined && eb('row.unit_id', '=', unitId),
    classKind !== undefined && eb('row.class_kind', '=', classKind),
    classCode !== undefined &&
      (classCode.length === 2 ? eb('row.class_code', 'like', `${classCode}%`) : eb('row.class_code', '=', classCode)),
    source && source.length > 0 && eb('row.source', 'in', source),
    from !== undefined && eb('row.reported_at', '>=', from),
    to !== undefined && eb('row.reported_at', '<', to),
    mine === true && eb('row.owner_id', '=', actor.personId),
    filters.waitsForMe === true && waitsFor(actor)(eb),
    noGrid !== undefined && eb('row.no_grid', '=', noGrid),
    isAsked(text) && hasWords(eb, text),
  ]
  return all.filter(condition => condition !== false && condition !== undefined)
}

const isAsked = (text: string | undefined): text is string => text !== undefined && text.trim() !== ''

/** Nothing has what consists of signs only. */
function hasWords(eb: Pick<RowBuilder, 'lit'>, text: string): Expression<SqlBool> {
  const words = wordsQuery(text)
  return words ? sql<SqlBool>`"row".words @@ ${words}` : eb.lit(false)
}

const pointOf = ({ lon, lat }: Point) => sql`point(${lon}::float8 * 1000000, ${lat}::float8 * 1000000)`

function insideBox([west, south, east, north]: Box) {
  return sql<SqlBool>`"row".spot <@ box(${pointOf({ lon: west, lat: south })}, ${pointOf({ lon: east, lat: north })})`
}
