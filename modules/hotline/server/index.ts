/** The door for other modules' server code and for `apps/server`. */
export { readCallBackFigures } from './queries/hotline-queries.ts'
export type { CaseDesk, KnownCase, Surroundings } from './surroundings.ts'
