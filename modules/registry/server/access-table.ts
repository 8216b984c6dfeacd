/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
const writers = ['grid-worker', 'grid-worker-next', 'grid-lead', 'window-clerk', 'committee']
export const registryAccess = {
  'registry.list': 'signed-in',
  'registry.open': 'signed-in',
  'registry.unmask': 'signed-in',
  'registry.history': 'signed-in',
  'registry.add': writers,
  'registry.record': writers,
  'registry.relate': writers,
  'registry.end-relation': writers,
  'registry.find-by-number': [...writers, 'street-centre'],
} as const
