import type { GridHistory } from '#modules/grid/server/index.ts'
import { type Actor, can } from '#platform/authz/common/grants.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { anonymousDay } from '../../common/anonymous.ts'
import { refuse } from '../../common/refusals.ts'
import type { Ground } from '../figure-store.ts'
import { placedAt } from '../thing-store.ts'

/** A grid as it lay on a day. */
export interface GroundThen extends Ground {
  /** Where that grid is today: itself, what it became, or those that have its ground. */
  readonly now: readonly string[]
}

/** The grid of a day that somebody means by a path of today or of any other day, or why there was none. */
export function groundOn(history: GridHistory, gridPath: string, on: string, today: string) {
  const then = history.at(gridPath, on)
  if (then.kind === 'never') return refuse['no-such-grid']()
  if (then.kind !== 'there') {
    const names = then.instead.map(path => history.names(path, on).at(-1) ?? '')
    const detail = { grid: history.nameOf(gridPath), on, instead: names, paths: then.instead }
    return then.kind === 'not-yet'
      ? refuse['grid-not-yet']({ ...detail, since: then.since })
      : refuse['grid-no-more']({ ...detail, until: then.until })
  }
  const present = history.at(then.path, today)
  const now = present.kind === 'there' ? [present.path] : present.kind === 'never' ? [] : present.instead
  return { path: then.path, on, now }
}

/**
 * The same for figures, by whoever asks: without the right to see the people, by the first of the month, or, where the grid
 * is younger, by the day from which it is in force.
 */
export function groundFor(history: GridHistory, actor: Actor, gridPath: string, asked: string, today: string) {
  const ground = groundOn(history, gridPath, asked, today)
  if (isRefusal(ground) || holdsOn(actor, ground)('registry.read')) return ground
  const month = anonymousDay(asked)
  const then = history.at(gridPath, month)
  return groundOn(history, gridPath, then.kind === 'not-yet' ? then.since : month, today)
}

/** What somebody may in a grid of a day: by the place that it had then, or by where it is today. */
export function holdsOn(actor: Actor, { path, now }: Pick<GroundThen, 'path' | 'now'>) {
  const may = (permission: string, at: string) => can(actor, permission, placedAt({ grid_path: at }))
  return (permission: string) =>
    may(permission, path) || (now.length > 0 && now.every(present => may(permission, present)))
}
