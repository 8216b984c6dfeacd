import { featureCollection, multiPolygon, union } from '@turf/turf'
import type { GridIndex, PostFacts, PostSource, ReadHandle } from '#modules/grid/server/index.ts'
import { type Actor, can } from '#platform/authz/common/grants.ts'
import type { Position } from '#platform/kernel/common/geometry.ts'
import type { PostHere } from '../common/contract.ts'
import { type PostOnThing, thingDuties } from '../common/things.ts'

type Polygons = [lon: number, lat: number][][][]

/** Posts on things by the id of the thing, in the order of duties, vacant ones too. */
export async function postsByThing(
  posts: PostSource,
  db: ReadHandle,
  placings: readonly PostOnThing[],
): Promise<ReadonlyMap<string, PostHere[]>> {
  const ids = [...new Set(placings.map(({ postId }) => postId))]
  const facts = new Map<string, PostFacts>()
  for (const post of ids.length === 0 ? [] : await posts.byIds(db, ids)) facts.set(post.postId, post)
  const byThing = new Map<string, PostHere[]>()
  const inOrder = placings.toSorted((a, b) => thingDuties.indexOf(a.duty) - thingDuties.indexOf(b.duty))
  for (const { thingId, duty, postId } of inOrder) {
    const post = facts.get(postId)
    if (!post) continue
    const here = byThing.get(thingId) ?? []
    byThing.set(thingId, here)
    here.push({ postId, duty, title: post.title, unitName: post.unitName, holder: post.holder?.name ?? null })
  }
  return byThing
}

const kept = new WeakMap<GridIndex, { version: number; outlines: Map<string, Polygons> }>()

/** One outline of several grids: cells that touch become one. Kept until the tree changes: large ones take a second. */
export function outlineOfCells(grids: GridIndex, cells: readonly string[]): Polygons {
  let known = kept.get(grids)
  if (known?.version !== grids.version) {
    known = { version: grids.version, outlines: new Map() }
    kept.set(grids, known)
  }
  const key = cells.join(' ')
  const outline = known.outlines.get(key) ?? joinedOutline(grids, cells)
  known.outlines.set(key, outline)
  return outline
}

function joinedOutline(grids: GridIndex, cells: readonly string[]): Polygons {
  const parts = cells.map(cell => grids.outlineOf(cell)).filter(part => part.length > 0)
  const [only] = parts
  if (parts.length < 2) return only ?? []
  const joined = union(featureCollection(parts.map(part => multiPolygon(part))))?.geometry
  if (!joined) return []
  const polygons: Position[][][] =
    joined.type === 'Polygon' ? [joined.coordinates as never] : (joined.coordinates as never)
  return polygons.map(rings => rings.map(ring => ring.map(([lon, lat]) => [lon, lat])))
}

/** The box around some grids; null when none is in the tree. */
export function boundsOfCells(grids: GridIndex, cells: readonly string[]): [number, number, number, number] | null {
  const boxes = cells.flatMap(cell => {
    const grid = grids.find(cell)
    return grid ? [grid.bounds] : []
  })
  if (boxes.length === 0) return null
  const least = (at: 0 | 1) => Math.min(...boxes.map(box => box[at]))
  const most = (at: 2 | 3) => Math.max(...boxes.map(box => box[at]))
  return [least(0), least(1), most(2), most(3)]
}

export const mayEditAt = (actor: Actor, gridPaths: readonly string[]): boolean =>
  gridPaths.every(gridPath => can(actor, 'places.edit', { gridPath, unitId: null, postId: null, ownerId: null }))
