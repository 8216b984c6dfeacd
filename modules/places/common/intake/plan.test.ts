import { describe, expect, test } from 'vitest'
import { partsOf } from '#modules/grid/common/index.ts'
import type { Position } from '#platform/kernel/common/geometry.ts'
import type { Building } from '../building.ts'
import type { PlaceLine } from '../things.ts'
import type { Ground } from './ground.ts'
import type { BuildingItem, LineItem } from './item.ts'
import { planBuildings } from './plan-buildings.ts'
import { planCourtyards } from './plan-courtyards.ts'
import { planLines } from './plan-lines.ts'

/** Two grids beside one another, of a hundredth of a degree each: west of 113.71 and east of it. */
const square = (west: number): Position[] => [
  [west, 34],
  [west + 0.01, 34],
  [west + 0.01, 34.01],
  [west, 34.01],
  [west, 34],
]
const cells: Record<string, Position[]> = { '1.1': square(113.7), '1.2': square(113.71) }
const ground: Ground = {
  locate: ({ lon, lat }) =>
    lat < 34 || lat > 34.01 || lon < 113.7 || lon > 113.72 ? null : lon < 113.71 ? '1.1' : '1.2',
  cellOf: path => ({ path, parts: partsOf({ type: 'Polygon', coordinates: [cells[path]!] }) }),
  nameOf: path => `网格${path}`,
  mayEdit: path => path !== '1.3',
  toleranceMetres: 0.5,
}
const house = (lon: number, lat = 34.005, size = 0.0002): Position[] => [
  [lon, lat],
  [lon + size, lat],
  [lon + size, lat + size],
  [lon, lat + size],
  [lon, lat],
]
const building = (more: Partial<BuildingItem> = {}): BuildingItem => ({
  ...{ row: 1, name: '3号楼', street: '文化路', houseNumber: 12, address: '文化路12号', use: 'dwelling' },
  ...{ floors: 6, households: 36, courtyard: null, outline: house(113.705) as BuildingItem['outline'] },
  ...more,
})
const asOutline = (ring: Position[]) => ring as BuildingItem['outline']

/** What would stand after a plan, with ids. */
function taken(rows: ReturnType<typeof planBuildings>): Building[] {
  return rows.flatMap(({ thing }, i) => (thing ? [{ ...thing, id: thing.id ?? `b${i}` }] : []))
}

describe('buildings', () => {
  test('a new one gets the grid of a place inside it; taken in again it is the same, put right it keeps its id and place', () => {
    const [first] = planBuildings([building()], [], [], ground)
    expect(first).toMatchObject({ does: 'add', trouble: null, note: null, thing: { id: null, gridPath: '1.1' } })
    const standing = taken([first!])
    expect(planBuildings([building()], standing, [], ground)).toMatchObject([{ does: 'same', thing: null }])
    // Begun at another corner and run the other way it is the same ground.
    const turned = asOutline([...house(113.705).slice(2), ...house(113.705).slice(1, 3)].reverse())
    expect(planBuildings([building({ outline: turned })], standing, [], ground)).toMatchObject([{ does: 'same' }])
    const right = building({ floors: 7, outline: asOutline(house(113.70502)) })
    expect(planBuildings([right], standing, [], ground)).toMatchObject([
      { does: 'correct', thing: { id: 'b0', floors: 7, point: standing[0]!.point } },
    ])
  })

  test.each([
    [
      'no-ground',
      {
        outline: asOutline([
          [113.7, 34.001],
          [113.701, 34.001],
          [113.702, 34.001],
        ]),
      },
    ],
    [
      'self-crossing',
      {
        outline: asOutline([
          [113.7, 34.001],
          [113.701, 34.002],
          [113.701, 34.001],
          [113.7, 34.002],
        ]),
      },
    ],
    ['too-large', { outline: asOutline(house(113.7, 34, 5)) }],
    ['outside-grids', { outline: asOutline(house(113.9)) }],
    ['no-such-courtyard', { courtyard: '没有的院' }],
  ] as const)('%s', (trouble, more) => {
    expect(planBuildings([building(more)], [], [], ground)).toMatchObject([{ does: null, trouble, thing: null }])
  })

  test('one ground with two names, one name twice in a grid, and one row twice are for a person', () => {
    const standing = taken(planBuildings([building()], [], [], ground))
    const other = { name: '别的楼', address: '别的路1号' }
    const elsewhere = { outline: asOutline(house(113.703)) }
    expect(planBuildings([building(other)], standing, [], ground)).toMatchObject([{ trouble: 'ground-taken' }])
    expect(planBuildings([building(elsewhere)], standing, [], ground)).toMatchObject([{ trouble: 'name-twice' }])
    const twice = planBuildings(
      [building(), building({ row: 2, ...other }), building({ row: 3, ...elsewhere })],
      [],
      [],
      ground,
    )
    expect(twice.map(({ trouble }) => trouble)).toEqual([null, 'row-twice', 'row-twice'])
  })

  test('one that a border cuts is taken with a note; one that touches it is not cut', () => {
    const cut = planBuildings([building({ outline: asOutline(house(113.7099)) })], [], [], ground)
    expect(cut).toMatchObject([{ does: 'add', note: 'cut', about: '网格1.1、网格1.2' }])
    expect(planBuildings([building({ outline: asOutline(house(113.7098)) })], [], [], ground)).toMatchObject([
      { note: null },
    ])
  })

  test('it belongs to the courtyard of its name in its grid, and a file without courtyards takes none away', () => {
    const yard = { id: 'y1', name: '幸福院', address: '', point: { lon: 113.705, lat: 34.005 }, gridPath: '1.1' }
    const rows = planBuildings(
      [building({ courtyard: '幸福院' })],
      [],
      [yard, { ...yard, id: 'y2', gridPath: '1.2' }],
      ground,
    )
    expect(rows).toMatchObject([{ thing: { courtyardId: 'y1' } }])
    expect(planBuildings([building()], taken(rows), [], ground)).toMatchObject([{ does: 'same' }])
  })

  test('one that somebody points at may get another name and leave its courtyard, but not stand elsewhere', () => {
    const yard = { id: 'y1', name: '幸福院', address: '', point: { lon: 113.705, lat: 34.005 }, gridPath: '2.1' }
    const [first] = planBuildings([building()], [], [], ground)
    const standing = [{ ...first!.thing!, id: 'b0', courtyardId: 'y1' }]
    const put = (more: Partial<BuildingItem>) =>
      planBuildings([building({ id: 'b0', ...more })], standing, [yard], ground)
    const renamed = { name: '甲楼', address: '文化路14号', houseNumber: 14 }
    expect(put(renamed)).toMatchObject([{ does: 'correct', thing: { id: 'b0', name: '甲楼', courtyardId: null } }])
    expect(put({ courtyard: '幸福院' })).toMatchObject([{ does: 'same' }])
    expect(put({ outline: asOutline(house(113.707)) })).toMatchObject([{ trouble: 'stands-elsewhere' }])
    expect(put({ id: 'b9' })).toMatchObject([{ trouble: 'stands-elsewhere' }])
  })

  test('whoever does not answer for the grid takes nothing in there', () => {
    const none = { ...ground, mayEdit: () => false }
    expect(planBuildings([building()], [], [], none)).toMatchObject([
      { trouble: 'outside-your-grids', about: '网格1.1' },
    ])
  })
})

describe('lines', () => {
  const line = (more: Partial<LineItem> = {}): LineItem => ({
    ...{ row: 1, name: '文化路（东段）', street: '文化路', areaSquareMetres: null },
    coordinates: [
      [
        [113.702, 34.005],
        [113.706, 34.005],
      ],
    ],
    ...more,
  })
  const standingAfter = (rows: ReturnType<typeof planLines>): PlaceLine[] =>
    rows.flatMap(({ thing }, i) => (thing ? [{ ...thing, id: thing.id ?? `l${i}` }] : []))

  test('the grid is the lowest that has all of it, also where only its middle runs through another', () => {
    expect(planLines('road', [line()], [], ground)).toMatchObject([
      { does: 'add', thing: { gridPath: '1.1', kind: 'road' } },
    ])
    const across = line({
      coordinates: [
        [
          [113.705, 34.005],
          [113.715, 34.005],
        ],
      ],
    })
    expect(planLines('road', [across], [], ground)).toMatchObject([{ thing: { gridPath: '1' } }])
    const there = line({
      coordinates: [
        [
          [113.709, 34.005],
          [113.7105, 34.005],
          [113.709, 34.006],
        ],
      ],
    })
    expect(planLines('road', [there], [], ground)).toMatchObject([{ thing: { gridPath: '1' } }])
    const out = line({
      coordinates: [
        [
          [113.702, 34.005],
          [113.702, 34.02],
        ],
      ],
    })
    expect(planLines('road', [out], [], ground)).toMatchObject([{ does: 'add', note: 'partly-outside' }])
  })

  test('the same again is the same; a better survey puts it right; another of the name in the grid is for a person', () => {
    const standing = standingAfter(planLines('road', [line()], [], ground))
    expect(standing[0]!.lengthMetres).toBeCloseTo(368.7, 0)
    expect(planLines('road', [line()], standing, ground)).toMatchObject([{ does: 'same', thing: null }])
    const better = line({
      coordinates: [
        [
          [113.702, 34.00505],
          [113.706, 34.00505],
        ],
      ],
    })
    expect(planLines('road', [better], standing, ground)).toMatchObject([{ does: 'correct', thing: { id: 'l0' } }])
    const far = line({
      coordinates: [
        [
          [113.702, 34.009],
          [113.706, 34.009],
        ],
      ],
    })
    expect(planLines('road', [far], standing, ground)).toMatchObject([{ trouble: 'name-twice' }])
    expect(planLines('road', [line(), line({ row: 2 })], [], ground)).toMatchObject([{}, { trouble: 'row-twice' }])
  })

  test('one that somebody points at may get another name and course', () => {
    const standing = standingAfter(planLines('road', [line({ areaSquareMetres: 90 })], [], ground))
    const course: LineItem['coordinates'] = [
      [
        [113.702, 34.009],
        [113.706, 34.009],
      ],
    ]
    const moved = line({ id: 'l0', name: '文化东路', coordinates: course })
    expect(planLines('road', [moved], standing, ground)).toMatchObject([
      { does: 'correct', thing: { id: 'l0', name: '文化东路', areaSquareMetres: null } },
    ])
    expect(planLines('road', [line({ id: 'l9' })], standing, ground)).toMatchObject([{ trouble: 'stands-elsewhere' }])
  })

  test('nothing between two corners is stepped over', () => {
    const between = {
      ...ground,
      locate: ({ lon }: { lon: number }) => (lon > 113.7035 && lon < 113.704 ? '1.2' : '1.1'),
    }
    expect(planLines('road', [line()], [], between)).toMatchObject([{ thing: { gridPath: '1' } }])
  })

  test('one without length, and one outside every grid', () => {
    const point: LineItem['coordinates'] = [
      [
        [113.702, 34.005],
        [113.702, 34.005],
      ],
    ]
    expect(planLines('road', [line({ coordinates: point })], [], ground)).toMatchObject([{ trouble: 'no-ground' }])
    const away: LineItem['coordinates'] = [
      [
        [115, 34.005],
        [115.01, 34.005],
      ],
    ]
    expect(planLines('road', [line({ coordinates: away })], [], ground)).toMatchObject([{ trouble: 'outside-grids' }])
  })
})

test('a courtyard is known by name and grid: its address is put right, its place stays', () => {
  const item = { row: 1, name: '幸福院', address: '文化路12号', place: [113.705, 34.005] as [number, number] }
  const [first] = planCourtyards([item], [], ground)
  expect(first).toMatchObject({ does: 'add', thing: { gridPath: '1.1' } })
  const standing = [{ ...first!.thing!, id: 'y1' }]
  expect(planCourtyards([item], standing, ground)).toMatchObject([{ does: 'same' }])
  const moved = { ...item, address: '文化路14号', place: [113.706, 34.005] as [number, number] }
  expect(planCourtyards([moved], standing, ground)).toMatchObject([
    { does: 'correct', thing: { id: 'y1', address: '文化路14号', point: standing[0]!.point } },
  ])
  expect(planCourtyards([item, { ...item, row: 2 }], [], ground)).toMatchObject([{}, { trouble: 'row-twice' }])
})
