/** What tests of the whole product need of this module. */

export { placesAccess } from './server/access-table.ts'
