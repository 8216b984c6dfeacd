import { type Stored, raise } from '../common/stored.ts'
import type { KeptAnswer, ReadKept } from './offline-module.ts'
import type { Vault } from './vault.ts'

interface Kept extends Stored {
  readonly until: number
  readonly at: number
}

/** The same question has the same name, whatever the order of its parts. */
export function nameOf(query: string, input: object): string {
  const parts = Object.entries(input)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `${query} ${JSON.stringify(parts)}`
}

/** Answers of the server that lie on the phone, each with an end. */
export class KeptAnswers {
  readonly #vault: Vault
  readonly #rules: ReadonlyMap<string, KeptAnswer>
  readonly #now: () => number

  constructor(vault: Vault, rules: readonly KeptAnswer[], now: () => number = Date.now) {
    this.#vault = vault
    this.#rules = new Map(rules.map(rule => [rule.query, rule]))
    this.#now = now
  }

  isKept(query: string): boolean {
    return this.#rules.has(query)
  }

  read: ReadKept = async (query, input) => {
    const rule = this.#rules.get(query)
    const kept = rule && ((await this.#vault.read('answer', nameOf(query, input))) as Kept | undefined)
    if (!rule || !kept || kept.until < this.#now()) return undefined
    return raise(kept, rule.version, rule.steps)
  }

  async keep(query: string, input: object, answer: unknown): Promise<void> {
    const rule = this.#rules.get(query)
    if (!rule) return
    const at = this.#now()
    const value = { version: rule.version, value: answer, at, until: at + rule.hours * 3_600_000 } satisfies Kept
    await this.#vault.write([{ kind: 'answer', id: nameOf(query, input), value }])
  }

  async forget(query: string, input: object): Promise<void> {
    await this.#vault.write([{ kind: 'answer', id: nameOf(query, input), value: null }])
  }

  /** Of one query only these stay. */
  async keepOnly(query: string, inputs: readonly object[]): Promise<void> {
    const stay = new Set(inputs.map(input => nameOf(query, input)))
    const ids = (await this.#vault.ids('answer')).filter(id => id.startsWith(`${query} `) && !stay.has(id))
    await this.#vault.write(ids.map(id => ({ kind: 'answer', id, value: null })))
  }

  /** What has passed its end goes, whether or not anybody asks for it. */
  async sweep(): Promise<void> {
    const all = await this.#vault.readAll('answer')
    const over = [...all].filter(([, kept]) => (kept as Kept).until < this.#now())
    await this.#vault.write(over.map(([id]) => ({ kind: 'answer', id, value: null })))
  }
}
