import { outside } from '#platform/planar/common/faces.ts'
import { roundness } from '#platform/planar/common/measure.ts'
import { addContact, type Cell, type Contact } from './cells.ts'

export interface UsefulSize {
  readonly mostHouseholds: number
  /** A cell of this many households needs no neighbour any more. */
  readonly enoughHouseholds: number
  readonly enoughSquareMetres: number
  readonly mostSquareMetres: number
}

interface Growing {
  households: number
  area: number
  perimeter: number
  readonly contacts: Map<number, Contact>
  readonly members: number[]
}

/** Traffic islands, strips between carriageways and the like: no ground of their own, they go to a neighbour whatever its size. */
const islandSquareMetres = 6000
const stripSquareMetres = 40_000
const stripRoundness = 0.2

/** Takes small cells together until each is of useful size; gives the group of each cell, numbered from 0. */
export function mergeSmall(cells: readonly Cell[], size: UsefulSize, isFixed: (cell: number) => boolean): number[] {
  const groups = new Map<number, Growing>(
    cells.map((cell, i) => [
      i,
      {
        households: cell.households,
        area: cell.areaSquareMetres,
        perimeter: cell.perimeterMetres,
        contacts: new Map([...cell.contacts].map(([other, contact]) => [other, { ...contact }])),
        members: [i],
      },
    ]),
  )
  const settled = new Set(cells.flatMap((_, i) => (isFixed(i) ? [i] : [])))
  while (true) {
    const smallest = smallestUnsettled(groups, settled, size)
    if (smallest === null) break
    const partner = partnerOf(smallest, groups, size, isFixed)
    if (partner === null) settled.add(smallest)
    else join(smallest, partner, groups)
  }
  const labels = new Array<number>(cells.length).fill(0)
  for (const [label, group] of [...groups.values()].entries()) for (const cell of group.members) labels[cell] = label
  return labels
}

/** 1 is "big enough". */
function fullness(group: Growing, size: UsefulSize): number {
  return group.households / size.enoughHouseholds + group.area / size.enoughSquareMetres
}

function isSliver(group: Growing): boolean {
  if (group.area < islandSquareMetres) return true
  return group.area < stripSquareMetres && roundness(group.area, group.perimeter) < stripRoundness
}

function smallestUnsettled(groups: ReadonlyMap<number, Growing>, settled: ReadonlySet<number>, size: UsefulSize) {
  let best: { id: number; fullness: number } | null = null
  for (const [id, group] of groups) {
    if (settled.has(id)) continue
    const full = isSliver(group) ? -1 / (group.area + 1) : fullness(group, size)
    if (full < 1 && (!best || full < best.fullness)) best = { id, fullness: full }
  }
  return best?.id ?? null
}

function partnerOf(
  id: number,
  groups: ReadonlyMap<number, Growing>,
  size: UsefulSize,
  isFixed: (cell: number) => boolean,
): number | null {
  const group = groups.get(id)
  if (!group) return null
  const neighbours = [...group.contacts].filter(([other]) => other !== outside)
  if (!isSliver(group))
    return bestOf(
      neighbours.filter(([other, contact]) => mayJoin(group, groups.get(other), contact, size, isFixed(other))),
    )
  // A sliver lies along what parts, so only the length counts for it; a fixed cell takes it when nobody else is near.
  const byLength = neighbours.map(([other, { metres }]) => [other, { pull: metres }] as const)
  return bestOf(byLength.filter(([other]) => !isFixed(other))) ?? bestOf(byLength)

  function bestOf(choices: readonly (readonly [number, { readonly pull: number }])[]): number | null {
    let best: { other: number; score: number } | null = null
    for (const [other, { pull }] of choices) {
      const neighbour = groups.get(other)
      if (!group || !neighbour) continue
      const score = pull / group.perimeter - 0.15 * fullness(neighbour, size)
      if (!best || score > best.score) best = { other, score }
    }
    return best?.other ?? null
  }
}

function mayJoin(a: Growing, b: Growing | undefined, contact: Contact, size: UsefulSize, isFixed: boolean): boolean {
  if (!b || isFixed || contact.barrierMetres > contact.metres / 2) return false
  return a.households + b.households <= size.mostHouseholds && a.area + b.area <= size.mostSquareMetres
}

function join(from: number, into: number, groups: Map<number, Growing>): void {
  const gone = groups.get(from)
  const kept = groups.get(into)
  if (!gone || !kept) throw new Error('a group that is no more')
  kept.perimeter += gone.perimeter - 2 * (gone.contacts.get(into)?.metres ?? 0)
  kept.households += gone.households
  kept.area += gone.area
  kept.members.push(...gone.members)
  kept.contacts.delete(from)
  gone.contacts.delete(into)
  for (const [other, contact] of gone.contacts) {
    addContact(kept.contacts, other, contact)
    const third = groups.get(other)
    if (!third) continue
    third.contacts.delete(from)
    addContact(third.contacts, into, contact)
  }
  groups.delete(from)
}
