import { areaSquareMetres, metresBetween } from '#platform/planar/common/measure.ts'
import { outside, type Plane } from '#platform/planar/common/faces.ts'
import { at, type Point } from '#platform/planar/common/point.ts'
import { isBarrier, separation, type Way } from './way.ts'

export interface Contact {
  metres: number
  /** Metres weighed by how little the way between parts its sides. */
  pull: number
  /** Metres along railways, rivers and main roads. */
  barrierMetres: number
}

/** A piece of ground that is to be grouped: a face, or several already taken together. */
export interface Cell {
  readonly households: number
  readonly areaSquareMetres: number
  readonly perimeterMetres: number
  /** Mean of its faces' middles, weighed by area. */
  readonly middle: Point
  readonly contacts: ReadonlyMap<number, Contact>
}

/** The cells that result when face `i` belongs to cell `labels[i]`. */
export function toCells(
  plane: Plane<Way>,
  households: ArrayLike<number>,
  labels: ArrayLike<number>,
  count: number,
): Cell[] {
  const sums = Array.from({ length: count }, () => ({ households: 0, area: 0, perimeter: 0, x: 0, y: 0 }))
  plane.faces.forEach((face, i) => {
    const sum = at(sums, at(labels, i))
    const area = areaSquareMetres(face)
    const mean = meanOf(face)
    sum.households += at(households, i)
    sum.area += area
    sum.x += mean.x * area
    sum.y += mean.y * area
  })
  const contacts = contactsBetween(plane, labels, count)
  return sums.map((sum, i) => ({
    households: sum.households,
    areaSquareMetres: sum.area,
    perimeterMetres: [...at(contacts, i).values()].reduce((total, contact) => total + contact.metres, 0),
    middle: { x: sum.x / sum.area, y: sum.y / sum.area },
    contacts: at(contacts, i),
  }))
}

/** Contact with `outside` is kept too: it counts for the perimeter. */
function contactsBetween(plane: Plane<Way>, labels: ArrayLike<number>, count: number): Map<number, Contact>[] {
  const contacts = Array.from({ length: count }, () => new Map<number, Contact>())
  const labelOf = (face: number) => (face === outside ? outside : at(labels, face))
  for (const border of plane.borders) {
    const left = labelOf(border.left)
    const right = labelOf(border.right)
    if (left === right) continue
    const metres = metresBetween(border.a, border.b)
    const found = { metres, pull: metres * separation(border.of), barrierMetres: isBarrier(border.of) ? metres : 0 }
    if (left !== outside) addContact(at(contacts, left), right, found)
    if (right !== outside) addContact(at(contacts, right), left, found)
  }
  return contacts
}

export function addContact(contacts: Map<number, Contact>, other: number, found: Contact): void {
  const known = contacts.get(other)
  if (!known) {
    contacts.set(other, { ...found })
    return
  }
  known.metres += found.metres
  known.pull += found.pull
  known.barrierMetres += found.barrierMetres
}

function meanOf(ring: readonly Point[]): Point {
  const sum = ring.reduce((total, p) => ({ x: total.x + p.x, y: total.y + p.y }), { x: 0, y: 0 })
  return { x: sum.x / ring.length, y: sum.y / ring.length }
}
