import type { Db } from '../../db/server/unit-of-work.ts'
import { highestSealed, sealNewEntries } from './seal.ts'

const batch = 2000

/** An entry is written by the last statement before its commit, so what is older than so many turns is sealed as a rule … */
const nearTurns = 5
/** … and for the exception each of so many turns looks at everything that could still be unsealed. */
const wideEvery = 60

/** Seals what is new once a second while the program works, and a last time when it stops. */
export class Sealer {
  readonly #db: Db
  readonly #report: (error: unknown) => void
  #timer: NodeJS.Timeout | undefined
  #turn: Promise<void> = Promise.resolve()
  #busy = false
  #turns = 0
  /** The highest sealed id after each of the last turns, oldest first. */
  #marks: (number | null)[] = []

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
    this.#turns = 0
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
    const isNear = this.#turns++ % wideEvery !== 0 && this.#marks.length === nearTurns
    const above = isNear ? (this.#marks[0] ?? null) : null
    while ((await sealNewEntries(this.#db, batch, above)) === batch);
    this.#marks = [...this.#marks, await highestSealed(this.#db)].slice(-nearTurns)
  }
}
