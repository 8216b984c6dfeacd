import type { FilingCondition } from './filing-condition.ts'

/**
 * What holds on a day: of each condition the latest version that begins by then, unless that one ends it. `versions` may
 * come in any order.
 */
export function inForce<Condition extends FilingCondition>(
  versions: Iterable<Condition>,
  day: string,
): readonly Condition[] {
  const latest = new Map<string, Condition>()
  for (const one of versions) {
    if (one.from <= day && one.version > (latest.get(one.id)?.version ?? 0)) latest.set(one.id, one)
  }
  return [...latest.values()].filter(one => !one.isEnded)
}
