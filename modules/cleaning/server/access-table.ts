/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
const readers = [
  'many-posts',
  'grid-lead',
  'road-chief',
  'committee',
  'street-centre',
  'district-hub',
  'supervisor',
  'assessor',
]

export const cleaningAccess = {
  'cleaning.check': ['many-posts', 'road-chief', 'supervisor'],
  'cleaning.object': ['cleaner'],
  'cleaning.decide': ['street-centre', 'district-hub'],
  'cleaning.mine': ['cleaner'],
  'cleaning.sections': readers,
  'cleaning.section': readers,
} as const
