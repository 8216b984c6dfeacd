import type { Kysely } from 'kysely'

/** A post as identity describes it: what it is called, where it stands, and who holds it now. */
export interface PostFacts {
  readonly postId: string
  readonly title: string
  readonly unitName: string
  readonly gridPath: string | null
  /** Null when the post is vacant. */
  readonly holder: { readonly personId: string; readonly name: string } | null
}

/**
 * Any handle that can read, outside a unit of work or the caller's open one, whatever tables its type names: another
 * module's handle knows that module's tables, and ours are in the same database.
 */
export type ReadHandle = Pick<Kysely<unknown>, 'getExecutor' | 'isTransaction'>

/**
 * What this module asks of identity. The handle comes with each call, since the question is also asked inside a command,
 * where only the open unit of work may read.
 */
export interface PostSource {
  byIds(db: ReadHandle, postIds: readonly string[]): Promise<readonly PostFacts[]>
  /** Filled posts whose role has the permission and whose own grid is one of the paths. */
  holding(db: ReadHandle, permission: string, gridPaths: readonly string[]): Promise<readonly PostFacts[]>
}
