/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
const staff = [
  'acceptor',
  'duty-chief',
  'dispatcher',
  'handler',
  'grid-worker',
  'grid-worker-next',
  'many-posts',
  'grid-lead',
  'road-chief',
  'window-clerk',
  'committee',
  'street-centre',
  'district-hub',
  'supervisor',
  'assessor',
  'personnel',
  'system-admin',
  'security-admin',
]
const keepers = ['district-hub', 'system-admin']
export const catalogueAccess = {
  'catalogue.list-conditions': staff,
  'catalogue.show-condition': staff,
  'catalogue.put-condition': keepers,
  'catalogue.end-condition': keepers,
  'catalogue.import-sheet': keepers,
} as const
