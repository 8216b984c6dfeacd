import gcoordModule from 'gcoord'
import proj4 from 'proj4'

/** In which frame coordinates came: degrees, or metres in a Gauss-Krüger zone of CGCS2000. */
export type SourceFrame =
  | { readonly name: 'cgcs2000' | 'wgs84' | 'gcj02' | 'bd09' }
  | {
      readonly name: 'projected'
      readonly centralMeridian: number
      /** 500 000 metres, with the number of the zone before it or without. */
      readonly falseEasting: number
      /** North first, as surveyors write. */
      readonly isSwapped: boolean
    }

export type XY = readonly [x: number, y: number]

interface Gcoord {
  transform(place: XY, from: unknown, to: unknown): [number, number]
  readonly GCJ02: unknown
  readonly BD09: unknown
  readonly WGS84: unknown
}
// CommonJS: without a bundler its default export is the module itself.
const gcoord = gcoordModule as unknown as Gcoord

/** From a frame to degrees of CGCS2000, which are those of WGS 84 to within a metre; seven decimals. */
export function converterOf(frame: SourceFrame): (place: XY) => [lon: number, lat: number] {
  if (frame.name === 'projected') {
    const from = `+proj=tmerc +lat_0=0 +lon_0=${frame.centralMeridian} +k=1 +x_0=${frame.falseEasting} +y_0=0 +ellps=GRS80 +units=m +no_defs`
    const projection = proj4(from, '+proj=longlat +ellps=GRS80 +no_defs')
    return ([x, y]) => rounded(projection.forward(frame.isSwapped ? [y, x] : [x, y]) as [number, number])
  }
  if (frame.name === 'gcj02') return place => rounded(gcoord.transform(place, gcoord.GCJ02, gcoord.WGS84))
  if (frame.name === 'bd09') return place => rounded(gcoord.transform(place, gcoord.BD09, gcoord.WGS84))
  return rounded
}

const rounded = ([lon, lat]: XY): [number, number] => [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7]

export const sameFrame = (a: Declared, b: Declared): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * The projected frames that a place may have its files in, the likeliest first: the 3° zone around it without and with its
 * number, the zones beside, the 6° zone.
 */
export function zonesAround(lonHere: number, isSwapped = false): readonly SourceFrame[] {
  const zone = Math.round(lonHere / 3)
  const wide = Math.floor(lonHere / 6) + 1
  const zoned = (centralMeridian: number, number: number): SourceFrame => ({
    ...{ name: 'projected', centralMeridian, isSwapped },
    falseEasting: number * 1_000_000 + 500_000,
  })
  const near = [zone, zone - 1, zone + 1]
  return [
    ...near.map(each => zoned(each * 3, 0)),
    ...near.map(each => zoned(each * 3, each)),
    ...[0, wide].map(number => zoned(wide * 6 - 3, number)),
  ]
}

/** What was detected first, then what else it may be. */
export function framesToChoose(detected: SourceFrame | null, lonHere: number): SourceFrame[] {
  const plain = (['cgcs2000', 'wgs84', 'gcj02', 'bd09'] as const).map((name): SourceFrame => ({ name }))
  const zones = zonesAround(lonHere, detected?.name === 'projected' && detected.isSwapped)
  const all = [...(detected ? [detected] : []), ...plain, ...zones]
  return all.filter((frame, i) => all.findIndex(each => sameFrame(each, frame)) === i)
}

/** What a file says about its frame itself. */
export type Declared = SourceFrame | { readonly name: 'unknown'; readonly text: string } | null

/**
 * The frame in the words of a .prj file or of a `crs` member: an EPSG code, or the text of a projection. Beijing 1954 and
 * Xi'an 1980 need the parameters of the place, which no file carries, so they are told as unknown.
 */
export function declaredIn(text: string): Declared {
  const epsg = /EPSG:{1,2}(\d{4,5})/i.exec(text)
  if (epsg) return byCode(Number(epsg[1])) ?? { name: 'unknown', text: epsg[0] }
  if (/CRS84/.test(text)) return { name: 'wgs84' }
  if (/gcj.?-?02|火星|高德|腾讯|国测局/i.test(text)) return { name: 'gcj02' }
  if (/bd.?-?09|百度/i.test(text)) return { name: 'bd09' }
  if (/beijing|xian|xi'an|krasovsky|1954|1980/i.test(text)) return { name: 'unknown', text: text.slice(0, 60) }
  const isOurs = /cgcs|china.?geodetic|china.?2000|国家2000|wgs.?-?(?:19)?84/i.test(text)
  if (!isOurs) return { name: 'unknown', text: text.slice(0, 60) }
  if (!/^\s*PROJ/i.test(text)) return { name: /cgcs|china|国家/i.test(text) ? 'cgcs2000' : 'wgs84' }
  const meridian = numberIn(text, 'Central_Meridian') ?? numberIn(text, 'Longitude of natural origin')
  const easting = numberIn(text, 'False_Easting') ?? numberIn(text, 'False easting')
  if (meridian === null || easting === null || !/transverse.?mercator|gauss/i.test(text)) {
    return { name: 'unknown', text: text.slice(0, 60) }
  }
  return { name: 'projected', centralMeridian: meridian, falseEasting: easting, isSwapped: false }
}

function numberIn(text: string, parameter: string): number | null {
  const found = new RegExp(`PARAMETER\\["${parameter}",\\s*(-?[\\d.]+)`, 'i').exec(text)
  return found ? Number(found[1]) : null
}

/** The codes of CGCS2000: geographic, 6° zones 13 to 23 and 3° zones 25 to 45, each with the zone's number and without. */
function byCode(code: number): SourceFrame | null {
  if (code === 4490 || code === 4479) return { name: 'cgcs2000' }
  if (code === 4326) return { name: 'wgs84' }
  const zoned = (zone: number, centralMeridian: number, hasNumber: boolean): SourceFrame => ({
    ...{ name: 'projected', centralMeridian, isSwapped: false },
    falseEasting: (hasNumber ? zone * 1_000_000 : 0) + 500_000,
  })
  if (code >= 4491 && code <= 4501) return zoned(code - 4478, (code - 4478) * 6 - 3, true)
  if (code >= 4502 && code <= 4512) return zoned(code - 4489, (code - 4489) * 6 - 3, false)
  if (code >= 4513 && code <= 4533) return zoned(code - 4488, (code - 4488) * 3, true)
  if (code >= 4534 && code <= 4554) return zoned(code - 4509, (code - 4509) * 3, false)
  return null
}

/**
 * The frame that numbers look like, for files that say nothing. Metres tell themselves from degrees; a zone's number
 * before the easting tells the zone, and without one it is the 3° zone around the place that the system is for.
 */
export function frameOfNumbers(places: readonly XY[], lonHere: number): SourceFrame | null {
  if (places.length === 0) return null
  if (places.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90)) return { name: 'cgcs2000' }
  const isNorth = (value: number) => value >= 1_000_000 && value <= 6_500_000
  const isEast = (value: number) =>
    (value >= 100_000 && value <= 900_000) || (value >= 13_000_000 && value < 46_000_000)
  const isSwapped = !places.every(([x, y]) => isEast(x) && isNorth(y))
  if (isSwapped && !places.every(([x, y]) => isNorth(x) && isEast(y))) return null
  const easting = places[0]![isSwapped ? 1 : 0]
  const zone = Math.floor(easting / 1_000_000)
  const centralMeridian = zone === 0 ? Math.round(lonHere / 3) * 3 : zone >= 25 ? zone * 3 : zone * 6 - 3
  return { name: 'projected', centralMeridian, falseEasting: zone * 1_000_000 + 500_000, isSwapped }
}
