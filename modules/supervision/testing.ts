export { supervisionAccess } from './server/access-table.ts'
