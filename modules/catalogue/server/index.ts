/** The door for other modules' server code and for `apps/server`. */
export { sampleRows } from '../common/sample/index.ts'
export { bookSubject, ConditionBook } from './condition-book.ts'
export { addLocalClasses } from './class-store.ts'
export { addConditions } from './condition-store.ts'
export type { CatalogueTables } from './tables.ts'
