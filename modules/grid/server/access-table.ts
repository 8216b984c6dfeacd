import { deskStaff } from '#modules/identity/server/index.ts'

/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
export const gridAccess = {
  'grid.tree': deskStaff,
  'grid.show': deskStaff,
  'grid.locate': 'anyone',
} as const
