import type { BlindIndex } from './blind-index.ts'

/** A column of sealed values, as the module that owns it describes it: enough to seal each again, wherever it lies. */
export interface SealedStore {
  /** Schema, table and column: `registry.secret.sealed`. */
  readonly name: string
  readonly table: string
  /** The columns of the primary key: one uuid, or several of any type. */
  readonly key: readonly [string, ...string[]]
  /** The one column of the key is text. */
  readonly isText?: true
  readonly sealed: string
  /** Further columns that `about` or the index needs, in this order. */
  readonly more?: readonly string[]
  /** What the value is bound to, from its row; `id` is the key as text, its columns with a blank between them. */
  readonly about: (row: { readonly id: string; readonly more: readonly string[] }) => string
  /** The column of its blind index, and how it is made from the open value; null for a value that has none. */
  readonly index?: {
    readonly column: string
    readonly of: (index: BlindIndex, plain: string, row: { readonly more: readonly string[] }) => Buffer | null
  }
}
