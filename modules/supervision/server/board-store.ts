import { type Kysely, type RawBuilder, sql, type SqlBool } from 'kysely'
import { type Actor } from '#platform/authz/common/grants.ts'
import { deepestPlace, visibleWhere } from '#platform/authz/server/visible-where.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import {
  type HandRateKey,
  handRateKeys,
  type NowKey,
  nowKeys,
  type parts,
  type RateKey,
  rateKeys,
} from '../common/figures.ts'
import type { SupervisionSettings } from '../common/ladder.ts'
import type { SupervisionTables } from './tables.ts'

export interface Period {
  readonly from: Instant
  readonly until: Instant
  readonly dayEnds: Instant
  readonly now: Instant
}
export type FigureKey = RateKey | NowKey | 'open' | 'red'
type Part = (typeof parts)[number]
type Condition = RawBuilder<SqlBool>

interface Narrowed {
  readonly unitId?: string | undefined
  readonly gridPath?: string | undefined
}

/** The board as one actor may see it. A figure and the list behind it are made from the same two conditions. */
export class BoardReader {
  readonly #db: Kysely<SupervisionTables>
  readonly #actor: Actor
  readonly #settings: SupervisionSettings

  constructor(db: Kysely<SupervisionTables>, actor: Actor, settings: SupervisionSettings) {
    this.#db = db
    this.#actor = actor
    this.#settings = settings
  }

  async rates(period: Period) {
    return Promise.all(
      rateKeys.map(async key => {
        const { all, met, partly = sql<SqlBool>`false` } = rateOf(key, period, this.#settings)
        const count = (what: Condition) => sql<number>`count(*) filter (where ${what})::int`
        const row = await this.#seen()
          .where(all)
          .select([sql<number>`count(*)::int`.as('all'), count(met).as('met'), count(partly).as('partly')])
          .executeTakeFirstOrThrow()
        return { key, ...row }
      }),
    )
  }

  async counts(period: Period): Promise<Record<NowKey, number>> {
    const row = await this.#seen()
      .where('is_open', '=', true)
      .select(nowKeys.map(key => sql<number>`count(*) filter (where ${nowOf(key, period)})::int`.as(key)))
      .executeTakeFirstOrThrow()
    return row as Record<NowKey, number>
  }

  /** Lights now and what was due in the period, by unit or by grid. In the order of names, never as a ranking. */
  async lines(by: 'unit' | 'grid', period: Period) {
    const { all, met } = rateOf('handled-on-time', period, this.#settings)
    const id = by === 'unit' ? sql<string | null>`unit_id` : sql<string | null>`${sql.ref(this.#gridColumn())}`
    const light = (rank: number) => sql<number>`count(*) filter (where is_open and light = ${rank})::int`
    return this.#seen()
      .where(sql<SqlBool>`(is_open or ${all})`)
      .where(sql<SqlBool>`${id} is not null`)
      .select([
        id.as('id'),
        sql<number>`count(*) filter (where is_open)::int`.as('open'),
        ...[light(1).as('yellow'), light(2).as('orange'), light(3).as('red')],
        sql<number>`count(*) filter (where ${all})::int`.as('due'),
        sql<number>`count(*) filter (where ${all} and ${met})::int`.as('onTime'),
      ])
      .groupBy(id)
      .orderBy(id)
      .execute()
  }

  async cases(figure: FigureKey, part: Part, period: Period, narrowed: Narrowed, limit: number) {
    const [all, met] = conditionsOf(figure, period, this.#settings)
    const { unitId, gridPath } = narrowed
    const found = this.#seen()
      .where(all)
      .$if(part === 'met', q => q.where(met))
      .$if(part === 'unmet', q => q.where(sql<SqlBool>`not coalesce(${met}, false)`))
      .$if(unitId !== undefined, q => q.where('unit_id', '=', unitId!))
      .$if(gridPath !== undefined, q => q.where(sql<SqlBool>`${sql.ref(this.#gridColumn())} = ${gridPath}`))
    const [{ total }, rows] = await Promise.all([
      found.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow(),
      found
        .select(['case_id', 'number', 'title', 'status', 'stage_due', 'whole_due', 'whole_done', 'light'])
        .orderBy(sql`coalesce(stage_due, whole_due)`)
        .orderBy('case_id')
        .limit(limit)
        .execute(),
    ])
    return { total, rows }
  }

  /** What was left out by hand of those that a rate of the period would count, and of which rates. */
  async leftOut(period: Period, limit: number) {
    const missing = handRateKeys.map(key => [key, rateOf(key, period, this.#settings, 'by-hand').all] as const)
    const found = this.#seen().where(
      sql<SqlBool>`(${sql.join(
        missing.map(([, all]) => all),
        sql` or `,
      )})`,
    )
    const [{ total }, rows] = await Promise.all([
      found.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow(),
      found
        .select(['case_id', 'number', 'title', 'left_out', 'whole_due', 'whole_done'])
        .select(missing.map(([key, all]) => all.as(key)))
        .orderBy(sql`left_out ->> 'at'`, 'desc')
        .orderBy('case_id')
        .limit(limit)
        .execute(),
    ])
    const ratesOf = (row: Partial<Record<HandRateKey, SqlBool>>) => handRateKeys.filter(key => row[key] === true)
    return { total, rows: rows.map(row => ({ ...row, rates: ratesOf(row) })) }
  }

  async reportedSince(since: Instant) {
    return (
      this.#seen()
        .where('reported_at', '>=', since)
        // A complaint that is excused, or left out of a rate, was still a complaint.
        .where(sql<SqlBool>`(left_out_for is null or left_out_for not in ('refused', 'joined', 'voided'))`)
        .where('lon', 'is not', null)
        .select(['case_id', 'number', 'lon', 'lat'])
        .orderBy('reported_at')
        .orderBy('case_id')
        .execute()
    )
  }

  async asOf(): Promise<Instant | null> {
    const row = await this.#db
      .selectFrom('supervision.case_fact')
      .select(eb => eb.fn.max('read_at').as('at'))
      .executeTakeFirst()
    return row?.at ?? null
  }

  #gridColumn(): string {
    return `place_${Math.min(this.#settings.gridDepth, deepestPlace)}`
  }

  #seen() {
    return this.#db.selectFrom('supervision.case_fact as row').where(visibleWhere(this.#actor, 'supervision.board'))
  }
}

/** Deadlines in the period, and what was left over from before it (积压): `docs` of the trade, 应处置数, 应结案数. */
function dueIn(
  stage: 'respond' | 'handle' | 'whole',
  { from, until }: Period,
  settings: SupervisionSettings,
): Condition {
  const [due, done] = [sql.ref(`${stage}_due`), sql.ref(`${stage}_done`)]
  return sql<SqlBool>`(${countsFor(settings)} and ${due} < ${until} and (${due} >= ${from} or ${done} is null or ${done} >= ${from}))`
}

/** What the place leaves out of its rates counts for none of them. */
function countsFor({ rates: { leaveOut } }: SupervisionSettings): Condition {
  return sql<SqlBool>`(left_out_for is null or left_out_for <> all(${[...leaveOut]}::text[]))`
}

interface Rate {
  readonly all: Condition
  readonly met: Condition
  /** Counts by the share of the settings. */
  readonly partly?: Condition
}

/** What the three rates count, or what hand has taken out of them. Lateness is excused by an appeal, never by hand. */
type Counted = 'counted' | 'by-hand'

function rateOf(key: RateKey, period: Period, settings: SupervisionSettings, counted: Counted = 'counted'): Rate {
  const { from, until } = period
  const { satisfiedFrom, rates } = settings
  const byHand = counted === 'counted' ? sql<SqlBool>`left_out is null` : sql<SqlBool>`left_out is not null`
  const closedIn = sql<SqlBool>`(is_closed and ${byHand} and ${countsFor(settings)} and whole_done >= ${from} and whole_done < ${until})`
  switch (key) {
    case 'response':
      return {
        all: sql<SqlBool>`(${byHand} and source = any(${[...rates.respondTo]}::text[]) and ${dueIn('respond', period, settings)})`,
        met: sql<SqlBool>`respond_done <= respond_due`,
      }
    case 'handled-on-time':
      return { all: dueIn('handle', period, settings), met: sql<SqlBool>`handle_done <= handle_due` }
    case 'closed':
      return { all: dueIn('whole', period, settings), met: sql<SqlBool>`(is_closed and whole_done < ${until})` }
    case 'closed-on-time':
      return { all: dueIn('whole', period, settings), met: sql<SqlBool>`(is_closed and whole_done <= whole_due)` }
    case 'rework':
      return { all: dueIn('whole', period, settings), met: sql<SqlBool>`rework_count > 0` }
    case 'resolution':
      return { all: sql<SqlBool>`(${closedIn} and solved is not null)`, met: sql<SqlBool>`solved` }
    case 'satisfaction':
      return {
        all: sql<SqlBool>`(${closedIn} and stars is not null)`,
        met: sql<SqlBool>`stars >= ${satisfiedFrom}`,
        partly: sql<SqlBool>`stars = ${satisfiedFrom - 1}`,
      }
  }
}

function nowOf(key: NowKey, { now, dayEnds }: Period): Condition {
  switch (key) {
    case 'overdue':
      return sql<SqlBool>`(is_open and stage_due < ${now})`
    case 'due-today':
      return sql<SqlBool>`(is_open and stage_due >= ${now} and stage_due < ${dayEnds})`
    case 'orange':
      return sql<SqlBool>`(is_open and light = 2)`
    case 'yellow':
      return sql<SqlBool>`(is_open and light = 1)`
  }
}

function conditionsOf(figure: FigureKey, period: Period, settings: SupervisionSettings): [Condition, Condition] {
  const always = sql<SqlBool>`true`
  if (figure === 'open') return [sql<SqlBool>`is_open`, always]
  if (figure === 'red') return [sql<SqlBool>`(is_open and light = 3)`, always]
  const now = nowKeys.find(key => key === figure)
  if (now) return [nowOf(now, period), always]
  const { all, met } = rateOf(figure as RateKey, period, settings)
  return [all, met]
}
