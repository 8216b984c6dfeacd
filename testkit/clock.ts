import { type Instant, instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import type { Clock } from '#platform/kernel/server/clock.ts'

const unit = { days: 86_400_000, hours: 3_600_000, minutes: 60_000, seconds: 1000 } as const

/** A clock that stands still until a test moves it. */
export class TestClock implements Clock {
  #at: number

  constructor(at: Instant) {
    this.#at = millisecondsOf(at)
  }

  now(): Instant {
    return instantOf(this.#at)
  }

  advance(by: Partial<Record<keyof typeof unit, number>>): void {
    for (const [name, count] of Object.entries(by)) this.#at += count * unit[name as keyof typeof unit]
  }
}
