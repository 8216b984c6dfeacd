import type { Instant } from '../../kernel/common/instant.ts'

/** One thing to do today, from whichever part of the system. */
export interface DayItem {
  readonly key: string
  /** The state words and colours are those of the inbox: overdue, near due, mine. */
  readonly word: string
  readonly title: string
  readonly number: string | null
  /** Where it is opened in the field app. */
  readonly path: string
  readonly since: Instant
  readonly dueAt: Instant | null
  readonly point: { readonly lon: number; readonly lat: number } | null
  readonly address: string | null
  /** For another of my posts: it has to be taken up first. */
  readonly postId: string | null
}
