/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
const writers = ['grid-lead', 'committee', 'street-centre']
const heads = ['building-head']

export const relayAccess = {
  'relay.write': writers,
  'relay.withdraw': writers,
  'relay.answer': writers,
  'relay.list': writers,
  'relay.show': writers,
  'relay.pass': heads,
  'relay.mine': heads,
} as const
