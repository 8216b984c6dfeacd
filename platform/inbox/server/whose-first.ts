import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely'
import type { Actor } from '../../authz/common/grants.ts'
import type { Instant } from '../../kernel/common/instant.ts'
import type { InboxTables } from './inbox-store.ts'

/** A condition on a line of the inbox. */
export type OfLine = (eb: ExpressionBuilder<{ row: InboxTables['inbox.item'] }, 'row'>) => Expression<SqlBool>

/** One of a person's posts, and which lines that it may do are somebody else's first; null when none are. */
export interface PostInTurn {
  readonly actor: Actor
  readonly notYet: OfLine | null
}

/**
 * Whose turn it is: of what several posts may do, some is for those on shift first. Right and turn are two things: who
 * has the right may do it at any time, and sees it when asking for everything.
 */
export type WhoseFirst = (
  read: Kysely<unknown>,
  everyPost: readonly Actor[],
  now: Instant,
) => Promise<readonly PostInTurn[]>
