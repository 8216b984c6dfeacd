import type { Kysely } from 'kysely'
import { gridRefusal, type GridIndex, readPlace, Responsibility } from '#modules/grid/server/index.ts'
import { depthOf, isInside } from '#platform/authz/common/grants.ts'
import { type Query, query } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import type { Building } from '../common/building.ts'
import * as contract from '../common/contract.ts'
import { metresToLine } from '../common/near.ts'
import { type Answers, answersIn, overlaysAt } from '../common/overlay.ts'
import { refuse } from '../common/refusals.ts'
import { overlayKinds } from '../common/things.ts'
import { LineReader, type PlacedLine } from './line-store.ts'
import { OverlayReader } from './overlay-store.ts'
import { PlaceReader } from './place-store.ts'
import { PostOnReader } from './post-on-store.ts'
import { boundsOfCells, mayEditAt, outlineOfCells, postsByThing } from './present.ts'
import type { Surroundings } from './surroundings.ts'
import type { PlacesTables } from './tables.ts'

export function placesQueries(around: Surroundings): readonly Query[] {
  return [
    overlaysQuery(around),
    linesQuery(around),
    placeCardQuery(around),
    buildingsQuery(around),
    buildingQuery(around),
  ]
}

const whole = (read: Kysely<PlacesTables>) => read as unknown as Kysely<unknown>

function overlaysQuery({ grids, posts }: Surroundings): Query {
  return query<PlacesTables, typeof contract.listOverlays>(contract.listOverlays, {
    async run({ read, actor, now }, { kind }) {
      const on = dayOf(now)
      const overlays = await new OverlayReader(read, on).list(kind)
      const placings = await new PostOnReader(read, on).onThings(
        'overlay',
        overlays.map(({ id }) => id),
      )
      const here = await postsByThing(posts, whole(read), placings)
      const homes = await homesOf(new PlaceReader(read, on), [...new Set(overlays.flatMap(({ cells }) => cells))])
      return {
        overlays: overlays.map(overlay => ({
          overlayId: overlay.id,
          kind: overlay.kind,
          use: overlay.use,
          name: overlay.name,
          parentId: overlay.parentId,
          validFrom: overlay.validFrom,
          cells: overlay.cells.map(path => ({ path, name: grids.find(path)?.name ?? path })),
          areaSquareMetres: overlay.cells.reduce((sum, path) => sum + (grids.find(path)?.areaSquareMetres ?? 0), 0),
          households: overlay.cells.reduce((sum, path) => sum + (homes.get(path) ?? 0), 0),
          bounds: boundsOfCells(grids, overlay.cells),
          polygons: outlineOfCells(grids, overlay.cells),
          posts: here.get(overlay.id) ?? [],
          mayEdit: mayEditAt(actor, overlay.cells),
        })),
      }
    },
  })
}

/** Homes by grid, for grids of any level. */
async function homesOf(places: PlaceReader, paths: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const homes = new Map<string, number>()
  for (const sameLevel of Map.groupBy(paths, depthOf).values()) {
    for (const [path, { households }] of await places.countIn(sameLevel)) homes.set(path, households)
  }
  return homes
}

/** As many as a map draws without slowing down. */
const mostLines = 3000

function linesQuery({ grids, posts }: Surroundings): Query {
  return query<PlacesTables, typeof contract.listLines>(contract.listLines, {
    async run({ read, actor, now }, { kind, gridPath }) {
      if (!grids.find(gridPath)) return gridRefusal['not-found']()
      const on = dayOf(now)
      const lines = new LineReader(read, on)
      const postsOn = new PostOnReader(read, on)
      const found = await lines.listIn(kind, gridPath, mostLines + 1)
      const shown = found.slice(0, mostLines)
      const { count, lengthMetres, area } = await lines.totalsIn(kind, gridPath)
      const ids = found.length > mostLines ? await lines.idsIn(kind, gridPath) : shown.map(({ id }) => id)
      const here = await postsByThing(posts, whole(read), await postsOn.onThings('line', ids))
      const roads = kind === 'road-section' ? await lines.roadsOf(shown.map(({ street }) => street)) : []
      const roadIds = roads.map(({ id }) => id)
      const onRoads = await postsByThing(posts, whole(read), await postsOn.onThings('line', roadIds))
      const chiefsOf = ({ street, gridPath: path }: { street: string; gridPath: string }) =>
        roads
          .filter(road => road.street === street && isInside(path, road.gridPath))
          .flatMap(road => onRoads.get(road.id) ?? [])
      const cleaners = new Map(
        [...here.values()].flat().flatMap(post => (post.duty === 'cleaner' ? [[post.postId, post.holder]] : [])),
      )
      return {
        lines: shown.map(line => ({
          lineId: line.id,
          kind: line.kind,
          name: line.name,
          street: line.street,
          gridPath: line.gridPath,
          gridName: grids.find(line.gridPath)?.name ?? line.gridPath,
          lengthMetres: line.lengthMetres,
          areaSquareMetres: line.areaSquareMetres,
          point: line.point,
          coordinates: line.coordinates.map(part => part.map(([lon, lat]): [number, number] => [lon, lat])),
          posts: here.get(line.id) ?? [],
          ofRoad: chiefsOf(line),
          mayEdit: mayEditAt(actor, [line.gridPath]),
        })),
        totals: {
          ...{ count, lengthMetres, areaSquareMetres: area, cleaners: cleaners.size },
          vacantCleaners: [...cleaners.values()].filter(holder => holder === null).length,
        },
        isCut: found.length > mostLines,
      }
    },
  })
}

/** Beside a line is whoever stands within a wide road's half. */
const besideMetres = 25
/** No line's middle is farther from its course than half of the longest section. */
const farthestMiddleMetres = 1500

function placeCardQuery({ grids, posts }: Surroundings): Query {
  const responsibility = new Responsibility(grids, posts)
  return query<PlacesTables, typeof contract.placeCard>(contract.placeCard, {
    async run({ read, now }, input) {
      const place = readPlace(grids, input)
      if (isRefusal(place)) return place
      const { point, path } = place
      const on = dayOf(now)
      const postsOn = new PostOnReader(read, on)
      const db = whole(read)
      const overlays = path === null ? [] : await new OverlayReader(read, on).list()
      const led = await postsByThing(
        posts,
        db,
        await postsOn.onThings(
          'overlay',
          overlays.map(({ id }) => id),
        ),
      )
      const others = overlayKinds.flatMap(kind => {
        const chain = path === null ? [] : overlaysAt(overlays, kind, path)
        if (chain.length === 0) return []
        const leadsOf = (id: string) => (led.get(id) ?? []).filter(({ duty }) => duty === 'lead')
        return [{ kind, ...plain(answersIn(chain.map(({ id, name }) => ({ id, name, leads: leadsOf(id) })))) }]
      })
      const base = path === null ? null : await responsibility.of(db, path)
      const lines = await linesBeside(new LineReader(read, on), point)
      const chiefs = await postsByThing(
        posts,
        db,
        await postsOn.onThings(
          'line',
          lines.map(({ line }) => line.id),
        ),
      )
      return {
        point,
        path,
        names: [...place.names],
        answers: base ? [{ kind: 'base' as const, ...baseAnswer(base) }, ...others] : others,
        lines: lines.map(({ line, metres }) => ({
          lineId: line.id,
          kind: line.kind,
          name: line.name,
          metresAway: Math.round(metres),
          posts: chiefs.get(line.id) ?? [],
        })),
        building: await buildingAt(new PlaceReader(read, on), point),
      }
    },
  })
}

const plain = ({ by, passed }: Answers) => ({ by, passed: [...passed] })

function baseAnswer({ by, passed }: Awaited<ReturnType<Responsibility['of']>>) {
  return {
    by: by && { id: by.path, name: by.gridName, title: by.title, holder: by.holder },
    passed: passed.map(({ path, gridName, why }) => ({ id: path, name: gridName, why })),
  }
}

async function linesBeside(lines: LineReader, point: Point): Promise<{ line: PlacedLine; metres: number }[]> {
  const near = await lines.withMiddleNear(point, farthestMiddleMetres, 2000)
  return near
    .map(line => ({ line, metres: Math.min(...line.coordinates.map(part => metresToLine(point, part))) }))
    .filter(({ metres }) => metres <= besideMetres)
    .sort((a, b) => a.metres - b.metres || (a.line.id < b.line.id ? -1 : 1))
    .slice(0, 8)
}

/** The building whose outline has the place, or the nearest one within twenty metres. */
async function buildingAt(places: PlaceReader, point: Point) {
  const reach = 0.0012
  const around = [point.lon - reach, point.lat - reach, point.lon + reach, point.lat + reach] as const
  const near = await places.buildingsInBox(around, 400)
  const [nearest] = near
    .map(building => ({
      building,
      metres: isWithin(point, building) ? 0 : metresToLine(point, building.outline),
    }))
    .filter(({ metres }) => metres <= 20)
    .sort((a, b) => a.metres - b.metres || (a.building.id < b.building.id ? -1 : 1))
  if (!nearest) return null
  return presentBuilding(nearest.building, await yardNames(places, [nearest.building]))
}

function isWithin({ lon, lat }: Point, { outline }: Building): boolean {
  let isInside = false
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const [ax, ay] = outline[i]!
    const [bx, by] = outline[j]!
    if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) isInside = !isInside
  }
  return isInside
}

async function yardNames(places: PlaceReader, buildings: readonly Building[]): Promise<ReadonlyMap<string, string>> {
  const yards = await places.courtyards([...new Set(buildings.flatMap(({ courtyardId }) => courtyardId ?? []))])
  return new Map([...yards.values()].map(({ id, name }) => [id, name]))
}

function presentBuilding(building: Building, yards: ReadonlyMap<string, string>): contract.Building {
  const { id, courtyardId, outline: _, ...facts } = building
  const courtyardName = courtyardId === null ? null : (yards.get(courtyardId) ?? null)
  return { buildingId: id, courtyardName, ...facts }
}

function buildingsQuery({ grids }: { readonly grids: GridIndex }): Query {
  return query<PlacesTables, typeof contract.listBuildings>(contract.listBuildings, {
    async run({ read, now }, { gridPath, text, limit, cursor }) {
      if (!grids.find(gridPath)) return gridRefusal['not-found']()
      const places = new PlaceReader(read, dayOf(now))
      const { rows, next } = await places.buildingsIn(gridPath, { limit, cursor, text })
      const yards = await yardNames(places, rows)
      return { rows: rows.map(row => presentBuilding(row, yards)), next }
    },
  })
}

function buildingQuery({ grids, posts }: Surroundings): Query {
  return query<PlacesTables, typeof contract.showBuilding>(contract.showBuilding, {
    async run({ read, actor, now }, { buildingId }) {
      const on = dayOf(now)
      const places = new PlaceReader(read, on)
      const building = await places.findBuilding(buildingId)
      if (!building) return refuse['not-found']()
      const entrances = await places.entrancesOf([buildingId])
      const postsOn = new PostOnReader(read, on)
      const yardId = building.courtyardId
      const heads = await postsByThing(posts, whole(read), [
        ...(await postsOn.onThings('building', [buildingId])),
        ...(await postsOn.onThings(
          'entrance',
          entrances.map(({ id }) => id),
        )),
        ...(yardId === null ? [] : await postsOn.onThings('courtyard', [yardId])),
      ])
      const yards = await yardNames(places, [building])
      const presented = presentBuilding(building, yards)
      return {
        ...presented,
        outline: building.outline.map(([lon, lat]): [number, number] => [lon, lat]),
        names: grids.names(building.gridPath),
        courtyard:
          yardId === null ? null : { id: yardId, name: presented.courtyardName ?? '', heads: heads.get(yardId) ?? [] },
        heads: heads.get(buildingId) ?? [],
        entrances: entrances.map(({ id, number, name, floors, roomsPerFloor, households }) => ({
          ...{ id, number, name, floors, roomsPerFloor, households },
          heads: heads.get(id) ?? [],
        })),
        mayEdit: mayEditAt(actor, [building.gridPath]),
      }
    },
  })
}
