export { hotlineAccess } from './server/access-table.ts'
