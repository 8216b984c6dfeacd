/** The door for other modules' server code and for `apps/server`: buildings, entrances and courtyards by day, and the loader. */
export { PlaceReader } from './place-store.ts'
export { PlacesLoader } from './places-loader-store.ts'
