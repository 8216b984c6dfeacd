/** The door for other modules and for pages. */
export { type ClientKind, clientKinds, type ExchangeSettings, usualExchange } from './client.ts'
export {
  createClient,
  eventState,
  listChanges,
  listClients,
  listEvents,
  listPlatforms,
  previewSheet,
  reportEvent,
  revokeClient,
  setWindow,
  takeSheet,
} from './contract.ts'
export { exchangeMessages } from './messages.ts'
export { exchangeSettings } from './setting-parts.ts'
