import { groupBy } from '#platform/kernel/common/group-by.ts'
import { areaSquareMetres } from '#platform/planar/common/measure.ts'
import { joinFaces } from '#platform/planar/common/overlay.ts'
import { keyOf } from '#platform/planar/common/point.ts'
import type { PolygonRings } from '#platform/planar/common/rings.ts'
import { type Fit, fitOf, type Norm } from '../../common/body.ts'
import { type CuttingCell, type Ground, groundOf } from './ground.ts'
import { canBeWithin } from './norm.ts'
import { planCutting, type PlannedPart, type PlanRules } from './plan.ts'
import type { WhyOutside } from '../../common/why-outside.ts'

/** A grid of the lowest level as the proposal would have it. */
export interface ProposedPart {
  /** The grid that it is, with path and code; null for a new one. */
  readonly keeps: string | null
  readonly name: string
  readonly homes: number
  readonly matters: number
  readonly load: number
  readonly fit: Fit
  readonly why: WhyOutside | null
  /** The building that is above the norm by itself. */
  readonly building: string | null
  /** What it is made of: whole cells, and pieces of cells. */
  readonly from: readonly {
    readonly path: string
    readonly name: string
    readonly homes: number
    readonly isWhole: boolean
  }[]
  /** Whether it is another ground than that of a cell today. */
  readonly isChanged: boolean
  readonly parts: readonly PolygonRings[]
}

/** A balanced cutting of the lowest grids of one parent. */
export function proposeParts(all: readonly CuttingCell[], rules: PlanRules): ProposedPart[] {
  const fixed = all.filter(({ isFixed }) => isFixed).map(cell => asToday(cell, rules))
  const why = ({ fit }: ProposedPart) => (fit === 'above' || fit === 'below' ? 'own-community' : null)
  return [
    ...proposedOf(
      all.filter(({ isFixed }) => !isFixed),
      rules,
    ),
    ...fixed.map(part => ({ ...part, why: why(part) }) as const),
  ]
}

function proposedOf(cells: readonly CuttingCell[], rules: PlanRules): ProposedPart[] {
  const isFine = cells.every(({ homes }) => homes === 0 || fitOf(homes, rules.norm) === 'within')
  if (isFine && rules.wanted === null) return cells.map(cell => asToday(cell, rules))
  const ground = groundOf(cells)
  const planned = planCutting(cells, ground, rules)
  const made = inOrder(planned.map(part => withOrigin(part, cells, ground)))
  const keepers = keepersOf(made)
  const clean = cleaner(ground, planned)
  const names = new Set(cells.map(({ name }) => name))
  const all = cells.reduce((sum, { homes }) => sum + homes, 0)
  const reasonFor = (part: Made) => reasonOf(part, rules.wanted === null ? all : null, rules.norm)
  return made.map((part, i): ProposedPart => {
    const [only] = part.from
    const keeps = keepers.get(i) ?? null
    if (part.from.length === 1 && only!.isWhole) return { ...asToday(only!.cell, rules), ...reasonFor(part) }
    const most = part.from.toSorted((a, b) => b.squareMetres - a.squareMetres || a.order - b.order)[0]!
    const faces = new Set(part.grains.flatMap(grain => ground.grains[grain]!.faces))
    return {
      ...{ keeps: keeps === null ? null : cells[keeps]!.path, homes: part.homes, load: part.load, isChanged: true },
      name: keeps === null ? freshName(most.cell.name, names) : cells[keeps]!.name,
      matters: Math.round(part.from.reduce((sum, { share, cell }) => sum + share * cell.matters, 0)),
      ...reasonFor(part),
      from: part.from.map(({ cell: { path, name }, homes, isWhole }) => ({ path, name, homes, isWhole })),
      parts: clean(joinFaces(ground.drawn.plane, face => faces.has(face))),
    }
  })
}

function asToday(cell: CuttingCell, { norm, matterWeight }: PlanRules): ProposedPart {
  const { path, name, homes, matters, parts } = cell
  return {
    ...{ keeps: path, name, homes, matters, load: homes + matters * matterWeight, fit: fitOf(homes, norm) },
    ...{ why: null, building: null, isChanged: false, parts },
    from: [{ path, name, homes, isWhole: true }],
  }
}

interface Origin {
  readonly order: number
  readonly cell: CuttingCell
  readonly homes: number
  readonly isWhole: boolean
  readonly share: number
  readonly squareMetres: number
}

interface Made extends PlannedPart {
  readonly from: readonly Origin[]
  readonly largest: { readonly name: string; readonly homes: number } | null
}

function withOrigin(part: PlannedPart, cells: readonly CuttingCell[], { grains, drawn }: Ground): Made {
  const own = part.grains.map(grain => grains[grain]!)
  const from = [...groupBy(own, ({ cell }) => cell)].map(([order, pieces]): Origin => {
    const cell = cells[order]!
    const homes = pieces.flatMap(({ buildings }) => buildings).reduce((sum, building) => sum + building.homes, 0)
    const isWhole = pieces.length === grains.filter(grain => grain.cell === order).length
    const rings = pieces.flatMap(({ faces }) => faces).flatMap(face => drawn.polygons[face]!)
    return {
      ...{ order, cell, homes, isWhole, share: cell.homes > 0 ? homes / cell.homes : isWhole ? 1 : 0 },
      squareMetres: rings.reduce((sum, ring) => sum + areaSquareMetres(ring), 0),
    }
  })
  const largest = own.flatMap(({ buildings }) => buildings).toSorted((a, b) => b.homes - a.homes)[0] ?? null
  return { ...part, from, largest }
}

/** Where somebody asked for so many grids, that is reason enough. */
function reasonOf({ homes, largest }: Made, all: number | null, norm: Norm) {
  const fit = fitOf(homes, norm)
  if (fit === 'within' || fit === 'none') return { fit, why: null, building: null }
  if (fit === 'above' && largest && largest.homes > norm.most) {
    return { fit, why: 'one-building' as const, building: largest.name }
  }
  if (all === null) return { fit, why: null, building: null }
  const why = all < norm.least ? 'too-few' : canBeWithin(all, norm) ? 'lumps' : 'between'
  return { fit, why: why as WhyOutside, building: null }
}

/** As the cells are that they have most of, the largest piece first. */
function inOrder(parts: readonly Made[]): Made[] {
  const first = ({ from }: Made) => from.toSorted((a, b) => b.homes - a.homes || a.order - b.order)[0]!
  return parts.toSorted((a, b) => first(a).order - first(b).order || first(b).homes - first(a).homes)
}

/** Which cell each part keeps: where most of its homes come from, each cell once and as many parts as there are cells. */
function keepersOf(parts: readonly Made[]): ReadonlyMap<number, number> {
  const pairs = parts
    .flatMap(({ from }, part) => from.map(({ order, homes, isWhole }) => ({ part, order, homes, isWhole })))
    .sort((a, b) => b.homes - a.homes || Number(b.isWhole) - Number(a.isWhole) || a.order - b.order || a.part - b.part)
  const kept = new Map<number, number>()
  for (const { part, order } of pairs) if (!kept.has(part) && ![...kept.values()].includes(order)) kept.set(part, order)
  return kept
}

function freshName(name: string, taken: Set<string>): string {
  for (let number = 2; ; number++) {
    const fresh = `${name}（${number}）`
    if (taken.has(fresh)) continue
    taken.add(fresh)
    return fresh
  }
}

/** Drops the corners that seams which came to nothing left on the borders. */
function cleaner({ drawn, grains, corners }: Ground, planned: readonly PlannedPart[]) {
  const partOf = new Map(
    planned.flatMap((part, i) => part.grains.flatMap(grain => grains[grain]!.faces.map(face => [face, i] as const))),
  )
  const kept = new Set(corners)
  for (const { a, b, of, left, right } of drawn.plane.borders) {
    if (of === 'seam' && partOf.get(left) !== partOf.get(right)) for (const p of [a, b]) kept.add(keyOf(p))
  }
  return (parts: readonly PolygonRings[]): PolygonRings[] =>
    parts.map(rings => rings.map(ring => ring.filter(p => kept.has(keyOf(p)))))
}
