export { visitsAccess } from './server/access-table.ts'
