import { combine } from '#platform/planar/common/overlay.ts'
import type { PolygonRings } from '#platform/planar/common/rings.ts'
import { areaOf } from './cell.ts'
import type { DraftCell, DraftTree } from './draft-tree.ts'

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

/** What a draft changes against the tree in force. */
export interface Comparison {
  readonly fresh: readonly FreshGrid[]
  readonly gone: readonly GoneGrid[]
  readonly redrawn: readonly RedrawnGrid[]
  readonly renamed: readonly { readonly path: string; readonly before: string; readonly after: string }[]
  /** Got a corner where a neighbour was cut, and lost no ground. */
  readonly cornersOnly: readonly string[]
}

/** Below this a border has only been rounded: a corner put on it lies up to a centimetre beside it. */
const leastSquareMetres = 0.5

export function compareTrees(
  inForce: ReadonlyMap<string, DraftCell>,
  draft: DraftTree,
  codes: ReadonlyMap<string, string | null>,
): Comparison {
  const fresh: FreshGrid[] = []
  const redrawn: RedrawnGrid[] = []
  const renamed: { path: string; before: string; after: string }[] = []
  const cornersOnly: string[] = []
  for (const cell of draft.cells.values()) {
    const { path, name, parts } = cell
    const before = inForce.get(path)
    if (!before) {
      const code = cell.code ?? codes.get(path) ?? null
      fresh.push({ path, name, code, areaSquareMetres: areaOf(parts), cutFrom: draft.cutFrom.get(path) ?? null })
      continue
    }
    if (before.name !== name) renamed.push({ path, before: before.name, after: name })
    if (before.parts === parts || isSameGround(before.parts, parts)) continue
    const moved = areaOf(combine(before.parts, parts, (was, is) => was !== is))
    if (moved < leastSquareMetres) cornersOnly.push(path)
    else
      redrawn.push({ path, name, areaBefore: areaOf(before.parts), areaAfter: areaOf(parts), movedSquareMetres: moved })
  }
  const gone = [...inForce.values()].flatMap(({ path, name, code }) =>
    draft.cells.has(path) ? [] : [{ path, name, code, into: draft.mergedInto.get(path) ?? null }],
  )
  return { fresh, gone, redrawn, renamed, cornersOnly }
}

/** Corner for corner; rings that begin elsewhere count as changed and are found equal by area. */
function isSameGround(a: readonly PolygonRings[], b: readonly PolygonRings[]): boolean {
  const left = a.flat(2)
  const right = b.flat(2)
  return left.length === right.length && left.every((p, i) => p.x === right[i]!.x && p.y === right[i]!.y)
}

/** Every grid whose row changes: these end on the day, and begin anew unless they are gone. */
export function pathsThatChange({ fresh, gone, redrawn, renamed, cornersOnly }: Comparison) {
  const kept = new Set([...redrawn.map(({ path }) => path), ...renamed.map(({ path }) => path), ...cornersOnly])
  return { ending: [...gone.map(({ path }) => path), ...kept], beginning: [...fresh.map(({ path }) => path), ...kept] }
}

export function changesNothing({ fresh, gone, redrawn, renamed }: Comparison): boolean {
  return fresh.length + gone.length + redrawn.length + renamed.length === 0
}
