import type { BlindIndex } from './blind-index.ts'

/** A column of sealed values, as the module that owns it describes it: enough to seal each again, wherever it lies. */
export interface SealedStore {
  /** Schema, table and column: `registry.secret.sealed`. */
  readonly name: string
  readonly table: string
  /** The key column; any type that sorts. */
  readonly id: string
  readonly sealed: string
  /** One more column that `about` or the index needs. */
  readonly more?: string
  /** What the value is bound to, from its row. */
  readonly about: (row: { readonly id: string; readonly more: string | null }) => string
  /** The column of its blind index, and how it is made from the open value; null for a value that has none. */
  readonly index?: {
    readonly column: string
    readonly of: (index: BlindIndex, plain: string, row: { readonly more: string | null }) => Buffer | null
  }
}
