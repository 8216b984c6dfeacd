import type { XY } from './frames.ts'

/** The EPSG code that a cell of extended WKT says itself, `SRID=4547;POLYGON…`; null when it says none. */
export function sridOf(text: string): number | null {
  const found = /^\s*SRID=(\d+);/i.exec(text)
  return found ? Number(found[1]) : null
}

/** `POLYGON ((…))` and `MULTIPOLYGON (((…)))`, with or without Z or SRID; null for anything else. */
export function readWkt(text: string): readonly (readonly (readonly XY[])[])[] | null {
  const match = /^\s*(?:SRID=\d+;)?\s*(POLYGON|MULTIPOLYGON)\s*(?:ZM|Z|M)?\s*(\(.*\))\s*$/is.exec(text)
  if (!match) return null
  const [, kind = '', body = ''] = match
  // Brackets and numbers of WKT are those of JSON once the points have brackets of their own.
  const points = body.replaceAll(
    /(-?[\d.]+(?:e[+-]?\d+)?)\s+(-?[\d.]+(?:e[+-]?\d+)?)(?:\s+-?[\d.e+-]+){0,2}/gi,
    '[$1,$2]',
  )
  const json = points.replaceAll('(', '[').replaceAll(')', ']')
  try {
    const parsed: unknown = JSON.parse(json)
    return (kind.toUpperCase() === 'POLYGON' ? [parsed] : parsed) as XY[][][]
  } catch {
    return null
  }
}
