import type { Kysely } from 'kysely'
import type { ReadPlace } from '#modules/grid/server/index.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { WorkCalendar } from '#platform/worktime/common/index.ts'
import type { CleaningSettings } from '../common/standard.ts'

export interface Section {
  readonly id: string
  readonly name: string
  readonly gridPath: string
  readonly lengthMetres: number
  readonly areaSquareMetres: number | null
  readonly point: { readonly lon: number; readonly lat: number }
}

/** Everything around the module that it is given, not finds. */
export interface Surroundings {
  readonly settings: (now: Instant) => CleaningSettings
  readonly calendarAt: (path: string | null) => WorkCalendar
  readonly places: {
    readonly read: ReadPlace
    root(): { readonly path: string } | null
    names(path: string): readonly string[]
  }
  readonly sections: {
    find(db: Kysely<unknown>, id: string, now: Instant): Promise<Section | undefined>
    within(db: Kysely<unknown>, gridPath: string, now: Instant): Promise<readonly Section[]>
    /** Posts that sweep each of some sections, by section. */
    cleaners(
      db: Kysely<unknown>,
      sectionIds: readonly string[],
      now: Instant,
    ): Promise<ReadonlyMap<string, readonly string[]>>
    /** The sections that a post sweeps. */
    ofPost(db: Kysely<unknown>, postId: string, now: Instant): Promise<readonly Section[]>
  }
  readonly staff: {
    /** Who holds each of some posts. */
    holders(db: Kysely<unknown>, postIds: readonly string[]): Promise<ReadonlyMap<string, string>>
    people(db: Kysely<unknown>, ids: readonly string[]): Promise<ReadonlyMap<string, string>>
    /** Shifts of a post that touch a span of time. */
    shifts(
      db: Kysely<unknown>,
      postId: string,
      from: Instant,
      until: Instant,
    ): Promise<readonly { readonly startsAt: string; readonly endsAt: string }[]>
  }
}
