import { type Insertable, type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Question, Rule, RuleTerms } from '../common/rule.ts'
import type { RoutingTables } from './tables.ts'

export type RuleRow = Selectable<RoutingTables['routing.rule']>

/** A rule with what is kept about it besides its terms. */
export interface KeptRule extends Rule {
  readonly reason: string
  readonly fromCase: { readonly caseId: string; readonly number: string } | null
  readonly isEnded: boolean
  readonly writtenBy: string
}

interface Wanted {
  readonly gridPath?: string | undefined
  readonly unitId?: string | undefined
  readonly withEnded: boolean
}

/** The rules as they stand: the latest version of each. Rules hold nothing personal, so it takes no actor. */
export class RuleReader {
  protected readonly db: Kysely<RoutingTables>

  constructor(db: Kysely<RoutingTables>) {
    this.db = db
  }

  async list({ gridPath, unitId, withEnded }: Wanted): Promise<KeptRule[]> {
    const { rows } = await sql<RuleRow>`
      select * from (select distinct on (id) * from routing.rule order by id, version desc) latest
      where ${withEnded ? sql`true` : sql`not is_ended`}
        and ${unitId === undefined ? sql`true` : sql`unit_id = ${unitId}`}
        and ${gridPath === undefined ? sql`true` : touches(gridPath)}
      order by string_to_array(grid_path, '.')::int[] nulls first, class_kind nulls first, class_start, at desc, id`.execute(
      this.db,
    )
    return rows.map(toRule)
  }

  /** All that could decide for a matter: those of its grid and of the grids above. */
  async around({ gridPath, classKind }: Question): Promise<KeptRule[]> {
    const steps = gridPath === null ? [] : gridPath.split('.').map((_, i, all) => all.slice(0, i + 1).join('.'))
    const { rows } = await sql<RuleRow>`
      select * from (select distinct on (id) * from routing.rule order by id, version desc) latest
      where not is_ended and (grid_path is null or grid_path = any(${steps}::text[]))
        and (class_kind is null or class_kind = ${classKind})`.execute(this.db)
    return rows.map(toRule)
  }

  async versions(ruleId: string): Promise<KeptRule[]> {
    const rows = await this.db
      .selectFrom('routing.rule')
      .selectAll()
      .where('id', '=', ruleId)
      .orderBy('version', 'desc')
      .execute()
    return rows.map(toRule)
  }

  async latest(ruleId: string): Promise<KeptRule | undefined> {
    return (await this.versions(ruleId))[0]
  }
}

/** Writes the next version. False when somebody has written it before us. */
export async function addRule(
  tx: Transaction<RoutingTables>,
  row: Insertable<RoutingTables['routing.rule']>,
): Promise<boolean> {
  const added = await tx
    .insertInto('routing.rule')
    .values(row)
    .onConflict(conflict => conflict.columns(['id', 'version']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** The columns that say for which matters a rule speaks. */
export function columnsOf({ gridPath, classKind, classStart, weekdays, hours, validFrom, validUntil }: RuleTerms) {
  return {
    ...{ grid_path: gridPath, class_kind: classKind, class_start: classStart },
    weekdays: [...new Set(weekdays)].sort((a, b) => a - b),
    ...{ from_minute: hours?.from ?? null, until_minute: hours?.until ?? null },
    ...{ valid_from: validFrom, valid_until: validUntil },
  }
}

function touches(gridPath: string) {
  const steps = gridPath.split('.').map((_, i, all) => all.slice(0, i + 1).join('.'))
  return sql`(grid_path is null or grid_path = any(${steps}::text[]) or starts_with(grid_path, ${`${gridPath}.`}))`
}

function toRule(row: RuleRow): KeptRule {
  const { from_minute: from, until_minute: until } = row
  return {
    ...{ ruleId: row.id, version: row.version, gridPath: row.grid_path },
    ...{ classKind: row.class_kind, classStart: row.class_start, weekdays: row.weekdays },
    hours: from === null || until === null ? null : { from, until },
    ...{ validFrom: row.valid_from, validUntil: row.valid_until, unitId: row.unit_id },
    ...{ reason: row.reason, isEnded: row.is_ended, writtenAt: row.at, writtenBy: row.by_id },
    fromCase: row.case_id === null ? null : { caseId: row.case_id, number: row.case_number ?? '' },
  }
}
