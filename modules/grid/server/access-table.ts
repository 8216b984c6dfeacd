import { deskStaff } from '#modules/identity/server/index.ts'

/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
export const gridAccess = {
  'grid.tree': deskStaff,
  'grid.on-day': deskStaff,
  'grid.show': deskStaff,
  'grid.locate': 'anyone',
  'grid.boundaries': deskStaff,
  'grid.drafts': ['street-centre', 'district-hub', 'supervisor'],
  'grid.draft': ['street-centre', 'district-hub', 'supervisor'],
  'grid.draft-cells': ['street-centre', 'district-hub', 'supervisor'],
  'grid.draft-moves': ['street-centre', 'district-hub', 'supervisor'],
  'grid.begin-draft': ['street-centre', 'district-hub'],
  'grid.edit-draft': ['street-centre', 'district-hub'],
  'grid.undo-edit': ['street-centre', 'district-hub'],
  'grid.submit-draft': ['street-centre', 'district-hub'],
  'grid.withdraw-draft': ['street-centre', 'district-hub'],
  'grid.decide-draft': ['district-hub'],
} as const
