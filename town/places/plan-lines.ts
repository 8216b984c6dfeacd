import { lowestWithAll } from '#modules/grid/common/index.ts'
import type { LineKind, PlaceLine, PostOnThing, ThingDuty } from '#modules/places/common/index.ts'
import { distanceMetres, type Position } from '#platform/kernel/common/geometry.ts'
import type { CleaningSection, Geography, StreetSegment } from '../geography/geography.ts'
import { gridAt } from '../geography/tree.ts'
import type { PeoplePlan, SeatedPost } from '../people/people.ts'
import { idMaker, randomFrom } from '../random.ts'

export interface LinesPlan {
  readonly lines: readonly PlaceLine[]
  readonly posts: readonly PostOnThing[]
}

/** A street this long has chiefs of its own; shorter ones are alleys or lanes of their small grid. */
const shortestRoadMetres = 600

/** Roads with their sections, alleys, rivers and the sections that cleaners sweep, each with its chiefs or cleaners. */
export function planLines(geography: Geography, people: PeoplePlan, bornAt: number): LinesPlan {
  const make = idMaker(randomFrom(geography.seed * 104_729 + 17))
  const seats = new Seats(people)
  const lines: PlaceLine[] = []
  const posts: PostOnThing[] = []
  const add = (line: Omit<PlaceLine, 'id'>, duties: readonly (readonly [ThingDuty, SeatedPost | undefined])[]) => {
    const id = make(bornAt)
    lines.push({ id, ...line })
    for (const [duty, post] of duties) if (post) posts.push({ thingKind: 'line', thingId: id, duty, postId: post.id })
  }
  const carriageways = geography.sections.filter(section => section.class !== 'alley')
  for (const [street, sections] of Map.groupBy(carriageways, section => section.street)) {
    const whole = lineOf('road', street, sections)
    if (whole.lengthMetres < shortestRoadMetres) continue
    add(whole, [['chief-1', seats.on('road-chief-1', firstSteps(whole.gridPath, 1))]])
    for (const [small, own] of Map.groupBy(sections, section => section.gridPath)) {
      add(lineOf('road-section', `${street}（${gridAt(geography, small).name}段）`, own), [
        ['chief-2', seats.on('road-chief-2', firstSteps(small, 2))],
        ['chief-3', seats.on('road-chief-3', small)],
      ])
    }
  }
  const alleys = geography.sections.filter(section => section.class === 'alley')
  for (const own of Map.groupBy(alleys, ({ street, gridPath }) => `${street} ${gridPath}`).values()) {
    const { street, gridPath } = own[0]!
    add(lineOf('alley', `${street}支巷（${gridAt(geography, gridPath).name}）`, own), [
      ['chief-3', seats.on('road-chief-3', gridPath)],
    ])
  }
  for (const river of riverLines(geography)) {
    // 河长: leads of the grids answer for the river too, one post with two duties (一岗双责).
    add(river, [
      ['chief-1', seats.on('lead', firstSteps(river.gridPath, 1))],
      ['chief-2', seats.on('lead', firstSteps(river.gridPath, 2))],
    ])
  }
  for (const [small, sections] of Map.groupBy(geography.sections, section => section.gridPath)) {
    const cleaners = seats.cleanersOf(small)
    const turns = shareOut(sections, cleaners.length)
    for (const [i, section] of sections.entries()) {
      const line = {
        ...lineOf('cleaning-section', section.name, [section]),
        areaSquareMetres: section.areaSquareMetres,
      }
      add(line, [['cleaner', cleaners[turns[i]!]]])
    }
  }
  return { lines, posts }
}

/** Who stands where, by duty and grid. */
class Seats {
  readonly #byDuty: ReadonlyMap<string, readonly SeatedPost[]>

  constructor({ posts }: PeoplePlan) {
    this.#byDuty = Map.groupBy(posts, ({ duty, gridPath }) => `${duty} ${gridPath}`)
  }

  on(duty: string, path: string): SeatedPost | undefined {
    return this.#byDuty.get(`${duty} ${path}`)?.[0]
  }

  cleanersOf(path: string): readonly SeatedPost[] {
    return this.#byDuty.get(`cleaner ${path}`) ?? []
  }
}

function lineOf(kind: LineKind, name: string, sections: readonly CleaningSection[]): Omit<PlaceLine, 'id'> {
  const [first] = sections
  return {
    kind,
    name,
    street: first!.street,
    class: first!.class,
    coordinates: sections.map(({ line }) => line),
    lengthMetres: Math.round(sections.reduce((sum, section) => sum + section.lengthMetres, 0) * 10) / 10,
    areaSquareMetres: null,
    gridPath: lowestWithAll(sections.map(section => section.gridPath)) ?? '1',
  }
}

/** The cleaner of each section: neighbours in the list go together, and each sweeps about the same number of metres. */
function shareOut(sections: readonly CleaningSection[], cleaners: number): number[] {
  const total = sections.reduce((sum, section) => sum + section.areaSquareMetres, 0)
  let before = 0
  return sections.map(({ areaSquareMetres }) => {
    const middle = before + areaSquareMetres / 2
    before += areaSquareMetres
    return Math.min(Math.floor((middle / total) * cleaners), Math.max(0, cleaners - 1))
  })
}

/** A river in one line per management area that it runs through. */
function riverLines({ rivers }: Geography): Omit<PlaceLine, 'id'>[] {
  const byArea = Map.groupBy(rivers, ({ street, gridPath }) => `${street} ${firstSteps(gridPath, 2)}`)
  return [...byArea.values()].map(pieces => {
    const coordinates = joined(pieces)
    const metres = pieces.reduce((sum, { from, to }) => sum + distanceMetres(from, to), 0)
    return {
      kind: 'river',
      name: pieces[0]!.street,
      street: pieces[0]!.street,
      class: null,
      coordinates,
      lengthMetres: Math.round(metres * 10) / 10,
      areaSquareMetres: null,
      gridPath: firstSteps(pieces[0]!.gridPath, 2),
    }
  })
}

/** Pieces that follow one another become one line. */
function joined(pieces: readonly StreetSegment[]): Position[][] {
  const lines: Position[][] = []
  for (const { from, to } of pieces) {
    const last = lines.at(-1)
    const end = last?.at(-1)
    if (last && end && end[0] === from.lon && end[1] === from.lat) last.push([to.lon, to.lat])
    else
      lines.push([
        [from.lon, from.lat],
        [to.lon, to.lat],
      ])
  }
  return lines
}

const firstSteps = (path: string, depth: number) => path.split('.').slice(0, depth).join('.')
