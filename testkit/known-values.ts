/** What the town calls its things: ids and codes by the names of the fields that hold them. */
export class KnownValues {
  readonly #byField = new Map<string, Set<unknown>>()

  /** Remembers every plain value of an answer. */
  learn(answer: unknown): void {
    if (typeof answer !== 'object' || answer === null) return
    for (const [field, value] of Object.entries(answer)) {
      if (typeof value === 'object') this.learn(value)
      else this.#of(field).add(value)
    }
  }

  fitting(field: string, fits: (value: unknown) => boolean): unknown {
    return [...this.#of(field)].find(fits)
  }

  #of(field: string): Set<unknown> {
    const known = this.#byField.get(field) ?? new Set()
    this.#byField.set(field, known)
    return known
  }
}
