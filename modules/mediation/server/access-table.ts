/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
const writers = ['grid-worker', 'grid-worker-next', 'grid-lead', 'committee']

export const mediationAccess = {
  'mediation.record': writers,
  'mediation.follow-up': writers,
  'mediation.list': writers,
  'mediation.show': writers,
} as const
