export { mediationAccess } from './server/access-table.ts'
