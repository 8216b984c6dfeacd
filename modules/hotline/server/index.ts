/** The door for other modules' server code and for `apps/server`. */
export { addArticle, type Article } from './article-store.ts'
export { readCallBackFigures } from './queries/hotline-queries.ts'
export type { HotlineTables } from './tables.ts'
export type { CaseDesk, KnownCase, Surroundings } from './surroundings.ts'
