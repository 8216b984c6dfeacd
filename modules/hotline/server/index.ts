/** The door for other modules' server code and for `apps/server`. */
export { addArticle, type Article } from './article-store.ts'
export { addCalls, type LoadedCall } from './calls-loader-store.ts'
export { readCallBackFigures } from './figures-store.ts'
export { hotlineSealed } from './sealed-columns.ts'
export type { HotlineTables } from './tables.ts'
export type { CaseDesk, KnownCase, Surroundings } from './surroundings.ts'
export { readAnswers } from './case-call-back-store.ts'
