/** What tests of the whole product need of this module. */

export { postsAccess } from './server/access-table.ts'
