import { groupBy } from '#platform/kernel/common/group-by.ts'
import { outside } from '#platform/planar/common/faces.ts'
import { areaSquareMetres, metresBetween, metresPerUnit } from '#platform/planar/common/measure.ts'
import { unitsPerDegree } from '#platform/planar/common/point.ts'
import type { CuttingCell, Ground } from './ground.ts'
import { Groups } from './groups.ts'
import type { Node } from './partition.ts'

/** What is a border today may stay one: cutting there counts this much of cutting elsewhere. */
const shareAlongToday = 0.4

/** Grains taken together; what the planning moves about as one. */
export interface Clump extends Node {
  readonly grains: readonly number[]
  readonly cell: number
}

/** The grains of some ground as nodes, each by itself. */
export function grainNodes(
  cells: readonly CuttingCell[],
  { drawn: { plane, polygons }, grains }: Ground,
  matterWeight: number,
): Clump[] {
  const grainOf = new Array<number>(polygons.length).fill(-1)
  for (const [grain, { faces }] of grains.entries()) for (const face of faces) grainOf[face] = grain
  const links = grains.map(() => new Map<number, number>())
  for (const { a, b, left, right } of plane.borders) {
    const [one, other] = [left, right].map(face => (face === outside ? -1 : grainOf[face]!))
    if (one! < 0 || other! < 0 || one === other) continue
    const isToday = grains[one!]!.cell !== grains[other!]!.cell
    const metres = metresBetween(a, b) * (isToday ? shareAlongToday : 1)
    links[one!]!.set(other!, (links[one!]!.get(other!) ?? 0) + metres)
    links[other!]!.set(one!, (links[other!]!.get(one!) ?? 0) + metres)
  }
  const grainsIn = groupBy(grains.keys(), grain => grains[grain]!.cell)
  return grains.map(({ cell, buildings, faces }, grain) => {
    const homes = buildings.reduce((sum, building) => sum + building.homes, 0)
    const { homes: all, matters } = cells[cell]!
    // Where a matter lies is not asked: those of a cell are shared out as its homes are.
    const share = all > 0 ? homes / all : 1 / grainsIn.get(cell)!.length
    return {
      ...{ grains: [grain], cell, homes, load: homes + matters * matterWeight * share, links: links[grain]! },
      ...placeOf(faces.map(face => polygons[face]!)),
    }
  })
}

function placeOf(polygons: readonly Ground['drawn']['polygons'][number][]) {
  let [x, y, squareMetres] = [0, 0, 0]
  for (const rings of polygons) {
    const [outer = []] = rings
    const area = rings.reduce((sum, ring) => sum + areaSquareMetres(ring), 0)
    const mean = (axis: 'x' | 'y') => outer.reduce((sum, p) => sum + p[axis], 0) / outer.length
    x += mean('x') * area
    y += mean('y') * area
    squareMetres += area
  }
  const latitude = y / squareMetres / unitsPerDegree
  return {
    x: (x / squareMetres) * metresPerUnit * Math.cos((latitude * Math.PI) / 180),
    y: (y / squareMetres) * metresPerUnit,
    squareMetres,
  }
}

/** Nodes with some of them taken together: those of one key that hang together. Null stays by itself. */
export function clumped(nodes: readonly Clump[], keyOf: (node: Clump, at: number) => string | null): Clump[] {
  const keys = nodes.map(keyOf)
  const groups = new Groups(nodes.length)
  for (const [at, { links }] of nodes.entries()) {
    for (const other of links.keys()) if (keys[at] !== null && keys[at] === keys[other]) groups.join(at, other)
  }
  const members = [...groupBy(nodes.keys(), at => groups.of(at)).values()]
  const placeIn = new Map(members.flatMap((own, clump) => own.map(at => [at, clump] as const)))
  return members.map((own, clump) => {
    const all = own.map(at => nodes[at]!)
    const sum = (of: (node: Clump) => number) => all.reduce((total, node) => total + of(node), 0)
    const squareMetres = sum(node => node.squareMetres)
    const links = new Map<number, number>()
    for (const [other, metres] of all.flatMap(node => [...node.links])) {
      const beside = placeIn.get(other)!
      if (beside !== clump) links.set(beside, (links.get(beside) ?? 0) + metres)
    }
    return {
      ...{ grains: all.flatMap(({ grains }) => grains), cell: all[0]!.cell, links, squareMetres },
      ...{ homes: sum(node => node.homes), load: sum(node => node.load) },
      x: sum(node => node.x * node.squareMetres) / squareMetres,
      y: sum(node => node.y * node.squareMetres) / squareMetres,
    }
  })
}

/** Some of the nodes as a graph of their own. */
export function subgraph(nodes: readonly Clump[], isIn: (node: Clump) => boolean): Clump[] {
  const kept = [...nodes.keys()].filter(at => isIn(nodes[at]!))
  const places = new Map(kept.map((at, place) => [at, place]))
  return kept.map(at => {
    const node = nodes[at]!
    const links = [...node.links].flatMap(([other, metres]): [number, number][] =>
      places.has(other) ? [[places.get(other)!, metres]] : [],
    )
    return { ...node, links: new Map(links) }
  })
}
