import { type Instant, millisecondsOf } from '#platform/kernel/common/instant.ts'

const mostTries = 10
const windowSeconds = 900
const mostNumbers = 10_000

/**
 * Counts wrong follow codes per case number, so that a code cannot be guessed from many addresses (one address is
 * limited at the door). In the memory of this process: with several processes the bound is a multiple, still hopeless
 * against 46 bits. The signed-in reporter needs no code, so nobody can be locked out of their own report by a stranger.
 */
export class WrongCodes {
  readonly #tries = new Map<string, { count: number; since: number }>()

  /** Seconds to wait before this number may be tried again; 0 when it may. */
  waitSeconds(number: string, now: Instant): number {
    const tries = this.#tries.get(number)
    if (!tries || tries.count < mostTries) return 0
    return Math.max(0, Math.ceil(tries.since / 1000 + windowSeconds - millisecondsOf(now) / 1000))
  }

  note(number: string, now: Instant): void {
    const at = millisecondsOf(now)
    const tries = this.#tries.get(number)
    if (tries && at - tries.since < windowSeconds * 1000) tries.count++
    else this.#remember(number, at)
  }

  #remember(number: string, at: number): void {
    this.#tries.delete(number)
    this.#tries.set(number, { count: 1, since: at })
    if (this.#tries.size <= mostNumbers) return
    const oldest = this.#tries.keys().next().value
    if (oldest !== undefined) this.#tries.delete(oldest)
  }
}
