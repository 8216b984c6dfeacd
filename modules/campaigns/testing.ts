export { campaignsAccess } from './server/access-table.ts'
