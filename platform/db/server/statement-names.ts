const mostWatched = 1000
const namedFrom = 3

/**
 * Names for statements that come back, so that a connection parses and plans them once. A statement gets a name when it
 * is seen for the third time: texts that vary (lists of many lengths) stay without one. Bounded, since each name costs
 * memory in every connection.
 */
export class StatementNames {
  readonly #prefix: string
  readonly #most: number
  readonly #names = new Map<string, string>()
  readonly #seen = new Map<string, number>()

  constructor(prefix: string, most: number) {
    this.#prefix = prefix
    this.#most = most
  }

  of(text: string): string | undefined {
    const name = this.#names.get(text)
    if (name !== undefined || this.#names.size >= this.#most) return name
    const times = (this.#seen.get(text) ?? 0) + 1
    if (times >= namedFrom) return this.#give(text)
    if (this.#seen.size >= mostWatched) this.#seen.clear()
    this.#seen.set(text, times)
    return undefined
  }

  #give(text: string): string {
    const name = `${this.#prefix}_${this.#names.size + 1}`
    this.#names.set(text, name)
    this.#seen.delete(text)
    return name
  }
}
