import type { Limit, LightShares } from '#platform/worktime/common/index.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { CaseFile, PhotoRole, Procedure } from '../case-file.ts'
import type { followRoles, followSteps, TimelineEntry } from '../presented.ts'

/** A limit that begins to run with an event. The event carries it, so that old matters keep what held for them. */
export interface TimerStart {
  readonly name: string
  readonly limit: Limit
  /** At which shares its light changes, where the place has set others than the usual. */
  readonly lights?: LightShares
}

export interface Happened {
  readonly at: Instant
  /** The person; `nobody` when an unknown resident acted, `clock` when a limit ran out or a day came. */
  readonly by: string
  readonly postId: string | null
  readonly starts?: readonly TimerStart[]
}

/** Names that a telling mentions. */
export interface Naming {
  readonly unit: (id: string | null) => string | null
  readonly post: (id: string | null) => { readonly title: string } | null
}

export type StaffTelling = Partial<Omit<TimelineEntry, 'version' | 'at' | 'by' | 'type' | 'into'>> & {
  /** When the entry is not called by the event's own word. */
  readonly type?: TimelineEntry['type']
  readonly into?: { readonly caseId: string; readonly number: string }
}

export interface ReporterTelling {
  readonly step: (typeof followSteps)[number]
  readonly role: (typeof followRoles)[number]
  /** What was done, or why not. Reasons between offices stay inside. */
  readonly text?: string | null
  readonly photos?: readonly string[]
}

/** Somebody on whom it falls back, told by the text `notice.cases.<kind>`. */
export interface Back {
  readonly personId: string | null
  readonly kind: string
}

export type CaseChange = Partial<Omit<CaseFile, 'procedure' | 'id' | 'number' | 'version' | 'since'>> & {
  readonly procedure?: Partial<Procedure>
}

/**
 * All that there is to know about one kind of event: what the case is after it, and how each circle is told. Everything
 * that reads histories (pages of staff, the reporter's page, notices, photos, names) walks these and nothing else.
 */
export interface EventPart<E extends Happened> {
  readonly apply: (before: CaseFile, event: E) => CaseChange
  readonly staff: (event: E, names: Naming) => StaffTelling
  /** What the reporter reads; absent when it is a matter between offices. */
  readonly reporter?: (event: E) => ReporterTelling | null
  /** The notice that the signed-in reporter gets, `notice.cases.<word>`. */
  readonly news?: (event: E) => string | null
  readonly back?: (event: E, before: CaseFile) => Back | null
  readonly params?: (event: E) => Readonly<Record<string, string | number>>
  /** In which part its photos are shown. */
  readonly photos?: PhotoRole
  readonly unitIds?: (event: E) => readonly (string | null)[]
  readonly postIds?: (event: E) => readonly (string | null)[]
}

/** The parts of a union of events, by type; one missing does not compile. */
export type EventParts<E extends Happened & { readonly type: string }> = {
  readonly [T in E['type']]: EventPart<Extract<E, { readonly type: T }>>
}
