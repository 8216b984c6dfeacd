/**
 * The text of a write that may be held back, with `$1`, `$2`, … in it: `rows` is an insert, update or delete, `call` a
 * function that is called for what it does. Made once, not per write.
 */
export class WriteText {
  static #made = 0
  readonly number = ++WriteText.#made
  readonly form: 'rows' | 'call'
  readonly text: string

  constructor(form: 'rows' | 'call', text: string) {
    this.form = form
    this.text = text
  }
}

/**
 * A write that nobody waits for. It is sent before the next statement of its unit of work, or with the commit; several
 * that meet are one statement. When it fails nothing is committed, and its error is the unit's.
 */
export interface HeldWrite {
  readonly of: WriteText
  readonly values: readonly unknown[]
  /** What is written, such as `cases.case_file 7`. A second write of the same thing comes after the first, not with it. */
  readonly target: string
  /** Says what an error of the database means here; what it does not know it gives back. */
  readonly explain?: (error: unknown) => unknown
}

export type Hold = (write: HeldWrite) => void

interface Sent {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** Texts of writes that met before. They are few: the ways in which a step of a thing can end. */
const combinedBefore = new Map<string, string>()

/** What one unit of work holds back. */
export class HeldWrites {
  readonly #send: (statement: Sent) => Promise<unknown>
  readonly #sent: Promise<unknown>[] = []
  #held: HeldWrite[] = []

  constructor(send: (statement: Sent) => Promise<unknown>) {
    this.#send = send
  }

  hold(write: HeldWrite): void {
    if (this.#held.some(held => held.target === write.target)) this.flush()
    this.#held.push(write)
  }

  flush(): void {
    if (this.#held.length === 0) return
    const writes = this.#held
    this.#held = []
    const sent = this.#send({ sql: combined(writes), parameters: writes.flatMap(write => write.values) }).catch(
      error => {
        throw writes.reduce((found, { explain }) => explain?.(found) ?? found, error)
      },
    )
    sent.catch(() => {})
    this.#sent.push(sent)
  }

  /** Throws the first error of what was sent. */
  async allDone(): Promise<void> {
    for (const sent of this.#sent) await sent
  }
}

/** Rows are written side by side, seeing nothing of each other; then the functions are called, in their order. */
function combined(writes: readonly HeldWrite[]): string {
  const key = writes.map(({ of }) => of.number).join()
  const known = combinedBefore.get(key)
  if (known !== undefined) return known
  const parts: Record<WriteText['form'], string[]> = { rows: [], call: [] }
  let before = 0
  for (const { of, values } of writes) {
    const offset = before
    parts[of.form].push(of.text.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + offset}`))
    before += values.length
  }
  const rows = parts.rows.map((text, i) => `write_${i + 1} as (${text})`)
  const text = `${rows.length > 0 ? `with ${rows.join(', ')} ` : ''}select ${parts.call.join(', ') || 'null'}`
  combinedBefore.set(key, text)
  return text
}
