/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
export const coordinationAccess = {
  'coordination.blow': ['street-centre', 'district-hub'],
  'coordination.take-step': 'signed-in',
  'coordination.calls': 'signed-in',
  'coordination.figures': ['street-centre', 'district-hub', 'supervisor'],
} as const
