import type { ComponentType } from 'react'
import type { Catalogue } from '../../i18n/common/translate.ts'

/** A page of the office. The file behind it is fetched when the page is first opened. */
export interface OfficePage {
  /** TanStack Router's form: `/cases/$caseId`. */
  readonly path: string
  readonly load: () => Promise<{ readonly Page: ComponentType }>
}

/** The groups of places, in their order at the left: what one comes for first, then the trade, then its upkeep. */
export const placeGroups = [
  'first',
  'cases',
  'oversight',
  'rounds',
  'campaigns',
  'grids',
  'library',
  'staff',
  'rules',
  'system',
] as const

export type PlaceGroup = (typeof placeGroups)[number]

/** An entry in the places at the left: jobs people have, not tables. */
export interface OfficePlace {
  readonly path: string
  /** Beginnings of further pages that belong to this place. */
  readonly also?: readonly string[]
  readonly group: PlaceGroup
  /** A key in the module's own texts. */
  readonly label: string
  /** Shown to whoever holds one of these words; to everybody when empty. */
  readonly permissions: readonly string[]
  /** Within the group. */
  readonly order: number
}

/** Whether a page is this place or lies under it. */
export function isUnder({ path, also = [] }: OfficePlace, page: string): boolean {
  return [path, ...also].some(one => page === one || page.startsWith(`${one}/`))
}

/** How things of one kind are spoken of and opened, for the inbox and the notices, which know no module. */
export interface SubjectWords {
  readonly path: (id: string, task: string | null) => string
  /** Texts `task.<task>` and `notice.<kind>`. */
  readonly texts: readonly Catalogue[]
  /** Answers that are old once such a thing changes: beginnings of endpoint names. */
  readonly renews: readonly string[]
}

/** What a module brings to the office. */
export interface OfficeModule {
  readonly texts: Catalogue
  readonly pages: readonly OfficePage[]
  readonly places: readonly OfficePlace[]
  readonly subjects: Readonly<Record<string, SubjectWords>>
}
