/** Staff with a desk or a beat. Building heads and cleaners have no directory and no map of grids. */
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

/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
export const gridAccess = {
  'grid.tree': staff,
  'grid.show': staff,
  'grid.locate': 'anyone',
} as const
