import { CaseWhistles } from '#modules/coordination/office/routes.tsx'
import { EntryOfCase } from '#modules/diary/office/routes.tsx'
import { CaseOrders } from '#modules/supervision/office/routes.tsx'
import type { CasePageSection } from '#modules/cases/office/routes.tsx'

/** What higher modules show on the page of a case, in this order. */
export const caseSections: readonly CasePageSection[] = [
  { key: 'orders', Show: CaseOrders },
  { key: 'whistles', Show: CaseWhistles },
  { key: 'diary', Show: EntryOfCase },
]
