import { type Kysely, sql, type Transaction } from 'kysely'
import type { PathChange } from '#modules/grid/common/index.ts'
import type { ReadHandle } from '#modules/grid/server/index.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { addRule, type RuleRow } from './rule-store.ts'
import type { RoutingTables } from './tables.ts'

interface FollowingRule {
  readonly row: RuleRow
  readonly do: 'rename' | 'end' | 'copy'
  readonly to: string
}

/**
 * Rules that speak of a grid which is no more speak of its heir. Where the heir has a rule of its own for the same
 * matters, that one holds and the other ends. A grid cut out of one with rules gets the same rules.
 */
export async function rulesThatFollow(
  db: ReadHandle,
  { heirs, sources }: PathChange,
): Promise<readonly FollowingRule[]> {
  const named = [...new Set([...heirs, ...sources].flat().flatMap(path => path ?? []))]
  if (named.length === 0) return []
  const { rows } = await sql<RuleRow>`
    select * from (select distinct on (id) * from routing.rule order by id, version desc) latest
    where not is_ended and grid_path = any(${named}::text[]) order by id`.execute(
    db as unknown as Kysely<RoutingTables>,
  )
  const here = rows.filter(row => row.grid_path !== null)
  const standing = new Set(here.filter(row => !heirs.has(row.grid_path!)).map(row => keyOf(row, row.grid_path!)))
  const following: FollowingRule[] = []
  for (const row of here) {
    const to = heirs.get(row.grid_path!)
    if (to !== undefined) {
      const isSpoken = standing.has(keyOf(row, to))
      following.push({ row, do: isSpoken ? 'end' : 'rename', to })
      standing.add(keyOf(row, to))
    }
    for (const [path, source] of sources) {
      if (source !== row.grid_path || standing.has(keyOf(row, path))) continue
      following.push({ row, do: 'copy', to: path })
      standing.add(keyOf(row, path))
    }
  }
  return following
}

/** For which matters, where and when: two rules of one key would contradict each other. */
const keyOf = ({ class_kind, class_start, weekdays, from_minute, until_minute }: RuleRow, gridPath: string) =>
  JSON.stringify([gridPath, class_kind, class_start, weekdays, from_minute, until_minute])

export async function followRules(tx: Transaction<unknown>, change: PathChange, at: Instant): Promise<void> {
  const own = tx as unknown as Transaction<RoutingTables>
  for (const { row, do: what, to } of await rulesThatFollow(tx, change)) {
    const by = { by_id: 'clock', at }
    if (what === 'copy') await addRule(own, { ...row, ...by, id: newId(), version: 1, grid_path: to })
    else if (what === 'end') await addRule(own, { ...row, ...by, version: row.version + 1, is_ended: true })
    else await addRule(own, { ...row, ...by, version: row.version + 1, grid_path: to })
  }
}
