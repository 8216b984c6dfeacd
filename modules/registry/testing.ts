export { registryAccess } from './server/access-table.ts'
