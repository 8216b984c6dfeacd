/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
const walkers = ['grid-worker', 'grid-worker-next', 'grid-lead', 'many-posts', 'road-chief', 'building-head', 'cleaner']
const planners = ['grid-lead', 'committee', 'street-centre']
const readers = [...new Set([...walkers, ...planners, 'district-hub', 'supervisor'])]
export const patrolAccess = {
  'patrol.write-plan': planners,
  'patrol.write-checklist': planners,
  'patrol.begin-round': walkers,
  'patrol.check-point': walkers,
  'patrol.skip-point': walkers,
  'patrol.end-round': walkers,
  'patrol.keep-track': walkers,
  'patrol.my-rounds': walkers,
  'patrol.my-track': walkers,
  'patrol.walkers': planners,
  'patrol.plans': readers,
  'patrol.checklists': readers,
  'patrol.rounds': readers,
  'patrol.round': readers,
  'patrol.coverage': readers,
} as const
