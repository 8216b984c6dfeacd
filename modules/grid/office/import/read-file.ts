import { readSheet } from '#platform/sheets/common/sheet.ts'
import { headingOf } from '../../common/boundary-headings.ts'
import { type Declared, declaredIn, sameFrame } from './frames.ts'
import {
  checked,
  factsIn,
  type FileTrouble,
  mostBytes,
  mostRows,
  mostUnpackedBytes,
  partsIn,
  type RawFile,
  type RawShape,
  type Wanted,
} from './raw-file.ts'
import { unzip } from './unzip.ts'
import { readWkt, sridOf } from './wkt.ts'

/** What is wanted, out of a file of any of the kinds we take, by the end of its name. */
export async function readGroundFile(name: string, bytes: Uint8Array, wanted: Wanted): Promise<RawFile | FileTrouble> {
  if (bytes.length > mostBytes) return 'too-large'
  if (/\.(?:geo)?json$/i.test(name)) return readGeoJson(new TextDecoder().decode(bytes), wanted)
  if (/\.zip$/i.test(name)) return readShapefile(bytes, wanted)
  return /\.xlsx$/i.test(name) ? readWktSheet(bytes, wanted) : 'not-known'
}

function readGeoJson(text: string, wanted: Wanted): RawFile | FileTrouble {
  let json: Readonly<Record<string, unknown>>
  try {
    json = JSON.parse(text) as typeof json
  } catch {
    return 'not-json'
  }
  const features: unknown = json?.type === 'FeatureCollection' ? json.features : [json]
  if (!Array.isArray(features) || features.length === 0) return 'no-features'
  if (features.length > mostRows) return 'too-many-rows'
  const shapes = features.map((feature: unknown, i): RawShape => {
    const { geometry, properties, type } = (feature ?? {}) as Record<string, unknown>
    const facts = factsIn((properties ?? {}) as Record<string, unknown>)
    return { row: i + 1, ...facts, ...partsIn(type === 'Feature' ? geometry : feature, wanted) }
  })
  // RFC 7946 knows no `crs` and means WGS 84; older files say it here.
  const crs = json.crs === undefined || json.crs === null ? null : JSON.stringify(json.crs)
  return { shapes, declared: crs === null ? null : declaredIn(crs) }
}

async function readShapefile(bytes: Uint8Array, wanted: Wanted): Promise<RawFile | FileTrouble> {
  const files = await unzip(
    bytes,
    name => /\.(?:shp|dbf|prj|cpg)$/i.test(name) && !name.includes('__MACOSX'),
    mostUnpackedBytes,
  )
  if (files === 'too-large') return files
  const shp = [...(files ?? [])].find(([name]) => /\.shp$/i.test(name))
  if (!files || !shp) return 'no-shapefile'
  const beside = (ending: string) => {
    const wanted = shp[0].slice(0, -4).toLowerCase() + ending
    return [...files].find(([name]) => name.toLowerCase() === wanted)?.[1]
  }
  const [dbf, prj, cpg] = ['.dbf', '.prj', '.cpg'].map(beside)
  const text = (some: Uint8Array | undefined) => (some ? new TextDecoder().decode(some) : '')
  try {
    const { parseShp, parseDbf } = await import('shpjs')
    // Without the .prj: the numbers stay as they are, and the frame is said to the person first.
    const geometries: readonly unknown[] = parseShp(copyOf(shp[1]))
    if (geometries.length > mostRows) return 'too-many-rows'
    const rows: readonly unknown[] = dbf ? parseDbf(copyOf(dbf), (cpg ? text(cpg) : undefined) as never) : []
    const shapes = geometries.map((geometry, i): RawShape => {
      const facts = factsIn((rows[i] ?? {}) as Record<string, unknown>)
      return { row: i + 1, ...facts, ...partsIn(geometry, wanted) }
    })
    return shapes.length === 0 ? 'no-features' : { shapes, declared: prj ? declaredIn(text(prj)) : null }
  } catch {
    return 'broken'
  }
}

const copyOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer

async function readWktSheet(bytes: Uint8Array, wanted: Wanted): Promise<RawFile | FileTrouble> {
  const lines = await readSheet(bytes, mostRows + 1)
  if (typeof lines === 'string') return lines
  const [head, ...rows] = lines
  const columns = (head?.cells ?? []).map(headingOf)
  const wkt = columns.indexOf('wkt')
  const frame = columns.indexOf('frame')
  if (wkt < 0) return 'no-wkt-column'
  const shapes = rows.map(({ row, cells }): RawShape => {
    const facts = factsIn(
      Object.fromEntries(
        columns.flatMap((_, i) => (i === wkt || !head?.cells[i] ? [] : [[head.cells[i], cells[i] ?? '']])),
      ),
    )
    const text = cells[wkt] ?? ''
    const parts = text === '' ? null : readWkt(text, wanted)
    const none = { parts: null, trouble: text === '' ? ('no-geometry' as const) : ('bad-wkt' as const) }
    return { row, ...facts, ...(parts === null ? none : checked(parts, wanted)) }
  })
  if (shapes.length === 0) return 'empty'
  return { shapes, declared: declaredByAll(rows.map(({ cells }) => frameSaid(cells[wkt] ?? '', cells[frame] ?? ''))) }
}

/** What a row says of its frame: in its WKT, or in a column beside it. */
function frameSaid(wkt: string, beside: string): string {
  const srid = sridOf(wkt) ?? (/^\d{4,5}$/.test(beside.trim()) ? Number(beside) : null)
  return srid === null ? beside.trim() : `EPSG:${srid}`
}

/** One frame for the whole file; rows that say different ones are for a person to part. */
function declaredByAll(said: readonly string[]): Declared {
  const words = [...new Set(said.filter(text => text !== ''))]
  const [first, ...others] = words.map(declaredIn)
  if (first === undefined || first === null) return null
  return others.every(one => sameFrame(one, first)) ? first : { name: 'unknown', text: words.join('、').slice(0, 60) }
}
