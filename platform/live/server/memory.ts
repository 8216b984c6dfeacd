/** What a change is about, as commands tell it and as the feed brings it. */
interface Told {
  readonly subject: { readonly kind: string }
}

/**
 * What this process keeps of the database in its memory, by the kind under which changes of it are told. Read anew when
 * the feed brings news from anywhere, and at once, before the answer, when a command of this process has told them: whoever
 * made a change meets it with their next request.
 */
export class Memory {
  readonly #parts: Readonly<Record<string, () => unknown>>
  readonly #trouble: (kind: string, error: unknown) => void
  readonly #turns = new Map<string, Promise<void>>()

  constructor(parts: Readonly<Record<string, () => unknown>>, trouble: (kind: string, error: unknown) => void) {
    this.#parts = parts
    this.#trouble = trouble
  }

  async changed(changes: readonly Told[]): Promise<void> {
    const kinds = new Set(changes.map(({ subject }) => subject.kind).filter(kind => kind in this.#parts))
    await Promise.all([...kinds].map(kind => this.#readAnew(kind)))
  }

  /** One after the other: what began to be read earlier never replaces what was read later. */
  #readAnew(kind: string): Promise<void> {
    const before = this.#turns.get(kind) ?? Promise.resolve()
    const turn = before.then(this.#parts[kind]).then(
      () => {},
      error => this.#trouble(kind, error),
    )
    this.#turns.set(kind, turn)
    return turn
  }
}
