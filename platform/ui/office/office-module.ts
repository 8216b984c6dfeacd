import type { ComponentType } from 'react'
import type { Catalogue } from '../../i18n/common/translate.ts'

/** A page of the office. The file behind it is fetched when the page is first opened. */
export interface OfficePage {
  /** TanStack Router's form: `/cases/$caseId`. */
  readonly path: string
  readonly load: () => Promise<{ readonly Page: ComponentType }>
}

/** An entry in the places at the left: jobs people have, not tables. */
export interface OfficePlace {
  readonly path: string
  readonly group: 'work' | 'place' | 'administration'
  /** A key in the module's own texts. */
  readonly label: string
  /** Shown to whoever holds one of these words; to everybody when empty. */
  readonly permissions: readonly string[]
  readonly order: number
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
