/** The door for other modules' server code and for `apps/server`: what stands in the grids by day, and the loader. */
export { gridsBefore, type LyingPlace, movePlacesToGrids, placesLyingIn, placesWithIds } from './follow-grids-store.ts'
export {
  followOverlays,
  linesLyingIn,
  type LyingLine,
  moveLinesToGrids,
  overlayCellsThatChange,
} from './follow-lines-store.ts'
export { LineReader, type PlacedLine } from './line-store.ts'
export { type DatedOverlay, OverlayReader } from './overlay-store.ts'
export { dutyPhones, PhoneReader, sealPhone } from './phone-store.ts'
export { PlaceReader } from './place-store.ts'
export { PlacesLoader } from './places-loader-store.ts'
export { PostOnReader } from './post-on-store.ts'
export type { Surroundings } from './surroundings.ts'
export { placesSealed } from './sealed-columns.ts'
