/** What tests of the whole product need of this module. */

export { gridAccess } from './server/access-table.ts'
