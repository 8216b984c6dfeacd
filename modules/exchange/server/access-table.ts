/** Who may knock at the endpoints of this module, by the demo town's logins; clients are no logins. */
const nobody = [] as const
const administrators = ['system-admin']
const sheets = ['duty-chief', 'street-centre', 'district-hub']
export const exchangeAccess = {
  'exchange.report': nobody,
  'exchange.state': nobody,
  'exchange.changes': nobody,
  'exchange.create-client': administrators,
  'exchange.set-window': administrators,
  'exchange.revoke-client': administrators,
  'exchange.list-clients': administrators,
  'exchange.list-events': administrators,
  'exchange.platforms': sheets,
  'exchange.preview-sheet': sheets,
  'exchange.take-sheet': sheets,
  'exchange.sheet-template': sheets,
  'exchange.standing-sheet': sheets,
} as const
