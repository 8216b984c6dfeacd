import { identityAccess } from '#modules/identity/testing.ts'

/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
const deskStaff = identityAccess['identity.list-people'].filter(login => login !== 'audit-admin')
const keepers = ['district-hub', 'system-admin']
export const catalogueAccess: Readonly<Record<string, readonly string[]>> = {
  'catalogue.list-conditions': deskStaff,
  'catalogue.show-condition': deskStaff,
  'catalogue.put-condition': keepers,
  'catalogue.end-condition': keepers,
  'catalogue.import-sheet': keepers,
}
