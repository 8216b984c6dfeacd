import { deskStaff } from '#modules/identity/server/index.ts'

/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
const keepers = ['district-hub', 'system-admin']
export const catalogueAccess = {
  'catalogue.list-conditions': deskStaff,
  'catalogue.show-condition': deskStaff,
  'catalogue.put-condition': keepers,
  'catalogue.end-condition': keepers,
  'catalogue.import-sheet': keepers,
  'catalogue.list-local-classes': deskStaff,
  'catalogue.put-class': keepers,
  'catalogue.end-class': keepers,
  'catalogue.adopt-class': keepers,
} as const
