/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
const writers = ['grid-worker', 'grid-worker-next', 'grid-lead', 'committee']
const readers = writers
export const visitsAccess = {
  'visits.due': writers,
  'visits.record': writers,
  'visits.finish-errand': writers,
  'visits.list': readers,
  'visits.show': readers,
} as const
