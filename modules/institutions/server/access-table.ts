import { deskStaff } from '#modules/identity/server/index.ts'

/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
const everybodyWithAPost = [...new Set([...deskStaff, 'building-head', 'cleaner', 'audit-admin'])]
const editors = ['street-centre', 'district-hub']

export const institutionsAccess = {
  'institutions.list': everybodyWithAPost,
  'institutions.show': everybodyWithAPost,
  'institutions.print': everybodyWithAPost,
  'institutions.acknowledge': everybodyWithAPost,
  'institutions.readers': editors,
  'institutions.publish': editors,
  'institutions.repeal': editors,
} as const
