/** What tests of the whole product need of this module. */

export { institutionsAccess } from './server/access-table.ts'
