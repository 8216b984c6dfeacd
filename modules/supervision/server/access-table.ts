/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
export const supervisionAccess = {
  'supervision.issue': ['supervisor', 'street-centre', 'district-hub'],
  'supervision.instruct': ['district-hub'],
  'supervision.reply': ['handler'],
  'supervision.accept': ['supervisor', 'street-centre', 'district-hub'],
  'supervision.send-back': ['supervisor', 'street-centre', 'district-hub'],
  'supervision.end': ['supervisor', 'street-centre', 'district-hub'],
  'supervision.orders': 'signed-in',
  'supervision.print-order': 'signed-in',
  'supervision.escalations': ['supervisor', 'street-centre', 'district-hub'],
  'supervision.board': ['supervisor', 'street-centre', 'district-hub'],
  'supervision.left-out': ['supervisor', 'street-centre', 'district-hub'],
  'supervision.board-cases': ['supervisor', 'street-centre', 'district-hub'],
} as const
