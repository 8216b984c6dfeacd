import { type Instant, instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { readTimer, shareReachedAt, type Timer, type WorkCalendar } from '#platform/worktime/common/index.ts'

export interface PressingTime {
  /** Of the limits that run, the share of the one that has gone furthest; 0 where none runs. */
  readonly share: number
  /** When time alone makes it say something else: the next whole per cent, or a pause that ends. Null where it does not. */
  readonly nextAt: Instant | null
}

/** What is late already is looked at again each time a tenth more has gone: whoever waits ten days counts no per cents. */
const stepWhenLate = 1.1

/** Whatever rounding to milliseconds does, what is looked at now is not due again at once. */
const shortestMs = 1000

/** How time presses on a matter with these limits. */
export function pressingTime(calendar: WorkCalendar, timers: readonly Timer[], now: Instant): PressingTime {
  const alive = timers
    .map(timer => ({ timer, reading: readTimer(calendar, timer, now) }))
    .filter(({ reading }) => reading.state !== 'stopped')
  const running = alive.filter(({ reading }) => reading.state === 'running')
  const share = Math.max(0, ...running.map(one => one.reading.share))
  const next = nextShare(share)
  const moments = alive.flatMap(({ timer, reading }) => {
    const at = reading.state === 'running' ? shareReachedAt(calendar, timer, next) : reading.nextAt
    return at === null ? [] : [millisecondsOf(at)]
  })
  if (moments.length === 0) return { share, nextAt: null }
  return { share, nextAt: instantOf(Math.max(Math.min(...moments), millisecondsOf(now) + shortestMs)) }
}

/** The share at which the rounded per cent becomes another. */
function nextShare(share: number): number {
  return share >= 1 ? share * stepWhenLate : (Math.round(share * 100) + 0.5) / 100
}
