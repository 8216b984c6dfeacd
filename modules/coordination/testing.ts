export { coordinationAccess } from './server/access-table.ts'
