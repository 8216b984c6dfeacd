/** Where something is, and how that is known. */
export interface FoundPoint {
  readonly lon: number
  readonly lat: number
  readonly accuracyMetres?: number
  readonly by: 'phone' | 'map' | 'photo'
}
