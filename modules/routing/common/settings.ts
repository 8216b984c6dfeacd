/** What differs from district to district. */
export interface RoutingSettings {
  /** Minutes east of Greenwich; rules and shifts speak of local days and hours. China: 480, no daylight saving. */
  readonly offsetMinutes: number
  /** How far ahead shifts may be planned. */
  readonly mostDaysAhead: number
  /** A post with a shift this near is one that works in shifts: outside of them it is off duty. */
  readonly rhythmDays: number
}

/** Default without an outside source: a plan of a quarter, and a rhythm of at least one shift in ten days. */
export const usualRouting: RoutingSettings = { offsetMinutes: 480, mostDaysAhead: 92, rhythmDays: 10 }
