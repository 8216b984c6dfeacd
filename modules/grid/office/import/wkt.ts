import type { Wanted } from './raw-file.ts'

/** The EPSG code that a cell of extended WKT says itself, `SRID=4547;POLYGON…`; null when it says none. */
export function sridOf(text: string): number | null {
  const found = /^\s*SRID=(\d+);/i.exec(text)
  return found ? Number(found[1]) : null
}

const words = { area: 'POLYGON', line: 'LINESTRING', place: 'POINT' } as const

/**
 * The members of `POLYGON ((…))` or `MULTIPOLYGON (((…)))`, of a LINESTRING or a POINT where those are wanted, with or
 * without Z or SRID; null for anything else.
 */
export function readWkt(text: string, wanted: Wanted = 'area'): readonly unknown[] | null {
  const match = /^\s*(?:SRID=\d+;)?\s*(MULTI)?(POLYGON|LINESTRING|POINT)\s*(?:ZM|Z|M)?\s*(\(.*\))\s*$/is.exec(text)
  if (!match) return null
  const [, many, kind = '', body = ''] = match
  if (kind.toUpperCase() !== words[wanted]) return null
  // Brackets and numbers of WKT are those of JSON once the points have brackets of their own.
  const points = body.replaceAll(
    /(-?[\d.]+(?:e[+-]?\d+)?)\s+(-?[\d.]+(?:e[+-]?\d+)?)(?:\s+-?[\d.e+-]+){0,2}/gi,
    '[$1,$2]',
  )
  const json = points.replaceAll('(', '[').replaceAll(')', ']')
  try {
    const parsed: unknown[] = JSON.parse(json)
    // A point has brackets of its own already, and each of several may have two.
    if (wanted === 'place') return many ? parsed.map(unwrapped) : [unwrapped(parsed)]
    return many ? parsed : [parsed]
  } catch {
    return null
  }
}

const unwrapped = (place: unknown): unknown => (Array.isArray(place) && Array.isArray(place[0]) ? place[0] : place)
