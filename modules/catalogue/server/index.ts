/** The door for other modules' server code and for `apps/server`. */
export { ConditionBook, followBook } from './condition-book.ts'
export { addConditions } from './condition-store.ts'
export type { CatalogueTables } from './tables.ts'
