export { patrolAccess } from './server/access-table.ts'
