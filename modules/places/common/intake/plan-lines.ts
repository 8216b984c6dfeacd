import { lowestWithAll } from '#modules/grid/common/index.ts'
import type { Position } from '#platform/kernel/common/geometry.ts'
import { lengthMetres } from '#platform/planar/common/measure.ts'
import { fromDegrees } from '#platform/planar/common/point.ts'
import { metresToLine, middleOf } from '../near.ts'
import type { LineKind, PlaceLine } from '../things.ts'
import type { Ground } from './ground.ts'
import { leftOut, type LineItem, type Planned } from './item.ts'

/** How far the middle of a line may lie from a new survey of it and still be the same; local practice. */
const sameLineMetres = 30

/**
 * Lines against those of their kind: one is known by its name together with its course. The grid is the lowest that has all
 * of it, as far as it lies in grids at all.
 */
export function planLines(
  kind: LineKind,
  items: readonly LineItem[],
  standing: readonly PlaceLine[],
  ground: Ground,
): Planned<Omit<PlaceLine, 'id'> & { readonly id: string | null }>[] {
  const named = new Map<string, PlaceLine[]>()
  for (const line of standing) named.set(line.name, [...(named.get(line.name) ?? []), line])
  const used = new Set<string>()
  return items.map(item => {
    const metres = item.coordinates.reduce((sum, run) => sum + lengthMetres(run.map(fromDegrees)), 0)
    if (metres < 1) return leftOut(item, 'no-ground')
    const paths = placesAlong(item.coordinates).map(([lon, lat]) => ground.locate({ lon, lat }))
    const gridPath = lowestWithAll([...new Set(paths.flatMap(path => path ?? []))])
    if (gridPath === null) return leftOut(item, 'outside-grids')
    if (!ground.mayEdit(gridPath)) return leftOut(item, 'outside-your-grids', ground.nameOf(gridPath))
    const namesakes = named.get(item.name) ?? []
    const meant = item.id === undefined ? undefined : standing.find(line => line.id === item.id)
    if (item.id !== undefined && !meant) return leftOut(item, 'stands-elsewhere')
    const known = meant ?? namesakes.find(line => isSameCourse(line, item))
    const key = `${gridPath} ${item.name}`
    if (used.has(known?.id ?? key) || used.has(key)) return leftOut(item, 'row-twice', item.name)
    if (namesakes.some(line => line.gridPath === gridPath && line !== known)) {
      return leftOut(item, 'name-twice', ground.nameOf(gridPath))
    }
    used.add(known?.id ?? key).add(key)
    const { row, name, ...facts } = item
    const thing = {
      ...{ ...facts, id: known?.id ?? null, kind, name, gridPath },
      // What a file leaves open stays as it is known; who points at the line says all of it.
      areaSquareMetres: item.areaSquareMetres ?? (meant ? null : (known?.areaSquareMetres ?? null)),
      class: known?.class ?? null,
      lengthMetres: Math.round(metres * 10) / 10,
    }
    const does = !known ? 'add' : isSame(known, thing) ? 'same' : 'correct'
    return {
      ...{ row, name, does, trouble: null, note: paths.includes(null) ? 'partly-outside' : null, about: '' },
      thing: does === 'same' ? null : thing,
    }
  })
}

/** Every corner, and between two of them so often that no alley grid is stepped over. */
function placesAlong(coordinates: LineItem['coordinates']): Position[] {
  const stepDegrees = 0.0002
  const mostSteps = 500
  return coordinates.flatMap(run =>
    run.flatMap(([lon, lat], i): Position[] => {
      const [fromLon, fromLat] = run[i - 1] ?? [lon, lat]
      const span = Math.max(Math.abs(lon - fromLon), Math.abs(lat - fromLat))
      const steps = Math.min(mostSteps, Math.max(1, Math.ceil(span / stepDegrees)))
      return Array.from({ length: steps }, (_, step): Position => {
        const share = (step + 1) / steps
        return [fromLon + share * (lon - fromLon), fromLat + share * (lat - fromLat)]
      })
    }),
  )
}

function isSameCourse(known: PlaceLine, { coordinates }: LineItem): boolean {
  const nearTo = (lines: readonly (readonly Position[])[], others: readonly (readonly Position[])[]) =>
    others.some(run => metresToLine(middleOf(lines), run) <= sameLineMetres)
  return nearTo(known.coordinates, coordinates) || nearTo(coordinates, known.coordinates)
}

const facts = ['name', 'street', 'areaSquareMetres', 'gridPath'] as const

function isSame(known: PlaceLine, now: Omit<PlaceLine, 'id'>): boolean {
  const text = (lines: readonly (readonly Position[])[]) => JSON.stringify(lines.map(run => run.map(fromDegrees)))
  return facts.every(fact => known[fact] === now[fact]) && text(known.coordinates) === text(now.coordinates)
}
