import type { BoundaryEdit } from '../../common/boundaries/edit.ts'
import { sameGridCode } from '../../common/code-scheme.ts'
import type { GridKind } from '../../common/grid.ts'
import { converterOf, type SourceFrame, type XY } from './frames.ts'
import type { RawShape, RowTrouble } from './raw-file.ts'

/** A grid of the draft, as far as matching needs it. */
export interface KnownGrid {
  readonly path: string
  readonly name: string
  readonly code: string | null
  readonly kind: GridKind
  readonly isLeaf: boolean
  /** About its middle, in degrees. */
  readonly middle: XY
}

export interface PlannedRow {
  readonly row: number
  readonly name: string
  /** What will happen: an existing grid is drawn anew, a new one is added, or nothing because of the trouble. */
  readonly does: 'replace' | 'add' | null
  readonly path: string | null
  readonly trouble: RowTrouble | null
  readonly edit: BoundaryEdit | null
}

/** Rows onto the draft: by code, by path, by name; what nobody knows is a new grid under its parent. */
export function planImport(shapes: readonly RawShape[], frame: SourceFrame, known: readonly KnownGrid[]): PlannedRow[] {
  const convert = converterOf(frame)
  const used = new Set<string>()
  return shapes.map(shape => {
    const blank = { row: shape.row, name: shape.name, does: null, path: null, edit: null } as const
    if (shape.trouble || !shape.parts) return { ...blank, trouble: shape.trouble ?? 'no-geometry' }
    const parts = shape.parts.map(rings => rings.map(ring => ring.map(convert)))
    if (!isNear(parts, known)) return { ...blank, trouble: 'far-away' }
    const meant = find(known, shape)
    if (meant === 'twice') return { ...blank, trouble: 'name-twice' }
    const polygon = { type: 'MultiPolygon' as const, coordinates: parts as [number, number][][][] }
    if (meant) {
      if (used.has(meant.path)) return { ...blank, trouble: 'row-twice' }
      used.add(meant.path)
      const { path, name } = meant
      return { row: shape.row, name, does: 'replace', path, trouble: null, edit: { do: 'replace', path, polygon } }
    }
    if (shape.name === '') return { ...blank, trouble: 'no-name' }
    const parent = find(known, { path: shape.parent, code: shape.parent, name: shape.parent })
    if (!parent || parent === 'twice') return { ...blank, trouble: 'parent-unknown' }
    const brother = known.find(({ path }) => path.slice(0, path.lastIndexOf('.')) === parent.path)
    const edit = {
      ...{ do: 'add' as const, parent: parent.path, kind: brother?.kind ?? 'alley', name: shape.name.slice(0, 60) },
      polygon,
    }
    return { row: shape.row, name: shape.name, does: 'add', path: null, trouble: null, edit }
  })
}

function find(known: readonly KnownGrid[], { path, code, name }: { path: string; code: string; name: string }) {
  const certain = known.find(
    grid => (code !== '' && grid.code !== null && sameGridCode(grid.code, code)) || (path !== '' && grid.path === path),
  )
  if (certain) return certain
  const named = name === '' ? [] : known.filter(grid => grid.name === name)
  return named.length > 1 ? ('twice' as const) : named[0]
}

/** Half a degree from everything there is: the frame is wrong, or the file is of another place. */
function isNear(parts: readonly (readonly (readonly XY[])[])[], known: readonly KnownGrid[]): boolean {
  const corners = parts.flat(2)
  const near = ([lon, lat]: XY) =>
    known.some(({ middle }) => Math.abs(middle[0] - lon) < 0.5 && Math.abs(middle[1] - lat) < 0.5)
  return corners.every(([lon, lat]) => Number.isFinite(lon) && Number.isFinite(lat)) && corners.slice(0, 1).every(near)
}

/**
 * Degrees of GCJ-02 and BD-09 look like any others. Where rows mean grids that exist, the frame in which they come to lie
 * on them is the frame of the file; where none do, nothing can be told.
 */
export function likelyFrame(shapes: readonly RawShape[], known: readonly KnownGrid[]): SourceFrame | null {
  const pairs = shapes.flatMap(shape => {
    const meant = find(known, shape)
    return meant && meant !== 'twice' && shape.parts ? [{ middle: meant.middle, ring: shape.parts[0]![0]! }] : []
  })
  if (pairs.length === 0) return null
  const candidates = (['cgcs2000', 'gcj02', 'bd09'] as const).map((name): { frame: SourceFrame; off: number } => {
    const convert = converterOf({ name })
    const distances = pairs.map(({ middle, ring }) => {
      const [lon, lat] = middleOf(ring.map(convert))
      return Math.hypot(lon - middle[0], lat - middle[1])
    })
    return { frame: { name }, off: distances.sort((a, b) => a - b)[distances.length >> 1]! }
  })
  const [best] = candidates.sort((a, b) => a.off - b.off)
  return best?.frame ?? null
}

/** The middle of the box around a ring. */
export function middleOf(ring: readonly XY[]): XY {
  const lons = ring.map(([lon]) => lon)
  const lats = ring.map(([, lat]) => lat)
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2
  return [middle(lons), middle(lats)]
}
