import type { Db } from '../../db/server/unit-of-work.ts'
import { sealNewEntries } from './seal.ts'

/** Seals what is new once a second while the program works, and a last time when it stops. */
export class Sealer {
  readonly #db: Db
  readonly #report: (error: unknown) => void
  #timer: NodeJS.Timeout | undefined
  #turn: Promise<void> = Promise.resolve()
  #busy = false

  constructor(db: Db, report: (error: unknown) => void) {
    this.#db = db
    this.#report = report
  }

  start(everyMilliseconds = 1000): void {
    this.#timer = setInterval(() => this.#seal(), everyMilliseconds)
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#turn
    this.#seal()
    await this.#turn
  }

  #seal(): void {
    if (this.#busy) return
    this.#busy = true
    this.#turn = this.#sealAll()
      .catch(this.#report)
      .finally(() => {
        this.#busy = false
      })
  }

  async #sealAll(): Promise<void> {
    const batch = 2000
    while ((await sealNewEntries(this.#db, batch)) === batch);
  }
}
