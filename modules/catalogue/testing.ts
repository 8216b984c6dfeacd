export { catalogueAccess } from './server/access-table.ts'
