export { helpAccess } from './server/access-table.ts'
