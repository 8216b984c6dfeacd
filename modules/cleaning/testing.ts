export { cleaningAccess } from './server/access-table.ts'
