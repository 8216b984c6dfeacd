export { exchangeAccess } from './server/access-table.ts'
