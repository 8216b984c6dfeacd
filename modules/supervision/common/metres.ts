interface Place {
  readonly lon: number
  readonly lat: number
}

/** Flat-earth metres: exact enough for neighbours. */
export function metresBetween(a: Place, b: Place): number {
  const metresPerDegree = 111_195
  const across = (a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180)
  return Math.hypot(across, a.lat - b.lat) * metresPerDegree
}
