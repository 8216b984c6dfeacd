import type { Transaction } from 'kysely'
import { nobody } from '#platform/authz/common/grants.ts'
import { DraftReader } from './drafts/draft-store.ts'
import { GridReader } from './grid-store.ts'

/**
 * The version of the tree in force; no other comes into force until the unit of work ends. Null while one of these kinds
 * of follower has not yet followed a tree that has: what is written now would be left behind.
 */
export async function heldTree(tx: Transaction<unknown>, kinds: readonly string[]): Promise<number | null> {
  const version = await new GridReader(tx as never).heldVersion()
  const waiting = await new DraftReader(tx as never, nobody).notFollowed(kinds)
  return waiting.length > 0 ? null : version
}
