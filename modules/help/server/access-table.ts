import { deskStaff } from '#modules/identity/server/index.ts'

/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
const everyPost = [...deskStaff, 'building-head', 'cleaner', 'audit-admin']
const answering = ['duty-chief', 'grid-lead', 'committee', 'street-centre']

export const helpAccess = {
  'help.on-call': everyPost,
  'help.call': everyPost,
  'help.tell-more': everyPost,
  'help.list': everyPost,
  'help.show': everyPost,
  'help.take': answering,
  'help.end': answering,
} as const
