import { combine } from '#platform/planar/common/overlay.ts'
import type { PolygonRings } from '#platform/planar/common/rings.ts'
import { parentOf } from '../grid.ts'
import { areaOf, widthOf } from './cell.ts'
import { type DraftCell, type DraftTree, originOf } from './draft-tree.ts'

export interface FreshGrid {
  readonly path: string
  readonly name: string
  readonly code: string | null
  readonly areaSquareMetres: number
  readonly cutFrom: string | null
}

export interface GoneGrid {
  readonly path: string
  readonly name: string
  readonly code: string | null
  /** Who took its ground; null when nobody in particular did. */
  readonly into: string | null
}

export interface RedrawnGrid {
  readonly path: string
  readonly name: string
  readonly areaBefore: number
  readonly areaAfter: number
  /** Ground that it won and lost, in square metres: two grids that change places have the same areas. */
  readonly movedSquareMetres: number
}

/** A grid that stands under another parent: the same grid under another path. */
export interface MovedGrid {
  /** Its path in force. */
  readonly path: string
  readonly to: string
  readonly name: string
  readonly codeBefore: string | null
  /** The same while it fits the grid above; else the next under that. */
  readonly code: string | null
}

/** What a draft changes against the tree in force. */
export interface Comparison {
  readonly moved: readonly MovedGrid[]
  readonly fresh: readonly FreshGrid[]
  readonly gone: readonly GoneGrid[]
  readonly redrawn: readonly RedrawnGrid[]
  readonly renamed: readonly { readonly path: string; readonly before: string; readonly after: string }[]
  /** Got a corner where a neighbour was cut, and lost no ground. */
  readonly cornersOnly: readonly string[]
}

/** Below this a border has only been rounded: a corner put on it lies up to a centimetre beside it. */
const leastSquareMetres = 0.5
/** A strip as narrow as this came about because a corner on a border is rounded, however long the border is. */
const roundingMetres = 0.02

export function compareTrees(
  inForce: ReadonlyMap<string, DraftCell>,
  draft: DraftTree,
  codes: ReadonlyMap<string, string | null>,
): Comparison {
  const fresh: FreshGrid[] = []
  const redrawn: RedrawnGrid[] = []
  const renamed: { path: string; before: string; after: string }[] = []
  const cornersOnly: string[] = []
  const moved: MovedGrid[] = []
  const left = new Set(inForce.keys())
  for (const cell of draft.cells.values()) {
    const { path, name, parts } = cell
    const before = inForce.get(originOf(cell))
    left.delete(originOf(cell))
    if (!before) {
      const code = cell.code ?? codes.get(path) ?? null
      fresh.push({ path, name, code, areaSquareMetres: areaOf(parts), cutFrom: draft.cutFrom.get(path) ?? null })
      continue
    }
    if (before.path !== path) {
      moved.push({ path: before.path, to: path, name, codeBefore: before.code, code: codes.get(path) ?? cell.code })
    }
    if (before.name !== name) renamed.push({ path, before: before.name, after: name })
    if (before.parts === parts || isSameGround(before.parts, parts)) continue
    const shifted = combine(before.parts, parts, (was, is) => was !== is)
    const movedSquareMetres = areaOf(shifted.filter(piece => widthOf([piece]) > roundingMetres))
    if (movedSquareMetres < leastSquareMetres) cornersOnly.push(path)
    else redrawn.push({ path, name, areaBefore: areaOf(before.parts), areaAfter: areaOf(parts), movedSquareMetres })
  }
  const gone = [...inForce.values()].flatMap(({ path, name, code }) =>
    !left.has(path) ? [] : [{ path, name, code, into: draft.mergedInto.get(path) ?? null }],
  )
  return { moved, fresh, gone, redrawn, renamed, cornersOnly }
}

/** Corner for corner; rings that begin elsewhere count as changed and are found equal by area. */
function isSameGround(a: readonly PolygonRings[], b: readonly PolygonRings[]): boolean {
  const left = a.flat(2)
  const right = b.flat(2)
  return left.length === right.length && left.every((p, i) => p.x === right[i]!.x && p.y === right[i]!.y)
}

/** Every grid whose row changes: these end on the day, and begin anew unless they are gone. */
export function pathsThatChange({ moved, fresh, gone, redrawn, renamed, cornersOnly }: Comparison) {
  const changed = [...redrawn.map(({ path }) => path), ...renamed.map(({ path }) => path), ...cornersOnly]
  const arrived = new Set(moved.map(({ to }) => to))
  const kept = [...new Set(changed)].filter(path => !arrived.has(path))
  return {
    ending: [...gone.map(({ path }) => path), ...moved.map(({ path }) => path), ...kept],
    beginning: [...fresh.map(({ path }) => path), ...arrived, ...kept],
  }
}

export function changesNothing({ moved, fresh, gone, redrawn, renamed }: Comparison): boolean {
  return moved.length + fresh.length + gone.length + redrawn.length + renamed.length === 0
}

/** Path that is no more → where its grid stands now, the grid that took its ground, or else the one above. */
export function heirsOf({ moved, gone }: Pick<Comparison, 'moved' | 'gone'>): ReadonlyMap<string, string> {
  const heirs = new Map(moved.map(({ path, to }) => [path, to]))
  for (const { path, into } of gone.toSorted((a, b) => a.path.length - b.path.length)) {
    const above = parentOf(path)
    const heir = into ?? (above === null ? null : (heirs.get(above) ?? above))
    if (heir !== null) heirs.set(path, heir)
  }
  return heirs
}

/** New grid → the grid in force of which it had the ground; null when it was drawn where none was. */
export function sourcesOf({ fresh }: Pick<Comparison, 'fresh'>): ReadonlyMap<string, string | null> {
  const cutFrom = new Map(fresh.map(each => [each.path, each.cutFrom]))
  const source = (path: string | null): string | null =>
    path !== null && cutFrom.has(path) ? source(cutFrom.get(path) ?? null) : path
  return new Map(fresh.map(({ path }) => [path, source(path)]))
}
