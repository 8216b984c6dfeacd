/** The door for other modules' server code and for `apps/server`: places, nearness, and the writer for the town. */
export { refuse as gridRefusal } from '../common/refusals.ts'
export { GridIndex } from './grid-index.ts'
export { type GridInForce, GridWriter, type PostPlacing } from './grid-store.ts'
export type { PostFacts, PostSource, ReadHandle } from './posts.ts'
export { type PlaceRead, readPlace } from './read-place.ts'
export { type NearPost, Responsibility } from './responsibility.ts'
export type { GridTables } from './tables.ts'
export { changeOfTree, followTree, gridTreeSubject } from './tree-news.ts'
