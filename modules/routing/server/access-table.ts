import { deskStaff } from '#modules/identity/server/index.ts'

/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
const centre = ['acceptor', 'duty-chief', 'dispatcher', 'street-centre', 'district-hub', 'supervisor']
const editors = ['street-centre', 'district-hub']
const planners = ['duty-chief', 'street-centre', 'district-hub']
export const routingAccess = {
  'routing.put-rule': editors,
  'routing.end-rule': editors,
  'routing.list-rules': centre,
  'routing.show-rule': centre,
  'routing.choices': centre,
  'routing.dry-run': centre,
  'routing.compare': centre,
  'routing.plan-shifts': planners,
  'routing.substitute': planners,
  'routing.show-roster': deskStaff,
} as const
