export { relayAccess } from './server/access-table.ts'
