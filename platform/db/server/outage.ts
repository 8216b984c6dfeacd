import { setTimeout as sleep } from 'node:timers/promises'
import { isDatabaseGone } from './database-gone.ts'

const againMilliseconds = 1000

interface OutageOptions {
  /** Fails while no server answers. */
  readonly ask: () => Promise<unknown>
  readonly onLost: (error: unknown) => void
  readonly onBack: () => void
  /** What passes between two questions. */
  readonly pause?: () => Promise<unknown>
}

/**
 * Whatever works against the database by itself, such as the queue, fails several times a second while no server answers. That
 * is one piece of news, and that a server answers again is another. It is told after a pause: where all are told to end at
 * once, the database may end before the program has heard of it, and a single cut line is no lost database.
 */
export class Outage {
  readonly #options: OutageOptions
  #isWatching = false
  #isStopped = false

  constructor(options: OutageOptions) {
    this.#options = options
  }

  /** Whether an error says no more than that no server answers: then nothing is left to tell of it. */
  covers(error: unknown): boolean {
    if (!isDatabaseGone(error)) return false
    if (!this.#isWatching && !this.#isStopped) void this.#watch(error)
    return true
  }

  stop(): void {
    this.#isStopped = true
  }

  async #watch(error: unknown): Promise<void> {
    const { onLost, onBack } = this.#options
    this.#isWatching = true
    let isTold = false
    while (!(await this.#answersAfterPause()) && !this.#isStopped) {
      if (!isTold) onLost(error)
      isTold = true
    }
    this.#isWatching = false
    if (isTold && !this.#isStopped) onBack()
  }

  async #answersAfterPause(): Promise<boolean> {
    const { ask, pause = () => sleep(againMilliseconds, undefined, { ref: false }) } = this.#options
    await pause()
    return ask().then(
      () => true,
      () => false,
    )
  }
}
