import type { Kysely, Transaction } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { postsForGrids } from '#apps/server/who-is-where.ts'
import { addRoles, IdentityLoader } from '#modules/identity/server/index.ts'
import type { Polygon } from '#platform/kernel/common/geometry.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import type { Duty, NewGrid } from '../common/grid.ts'
import { GridIndex } from './grid-index.ts'
import { GridReader, GridWriter } from './grid-store.ts'
import { Responsibility } from './responsibility.ts'
import type { GridTables } from './tables.ts'

const now = '2026-09-01T01:00:00.000Z'
const { db } = await freshDatabase()

const square = (west: number, south: number, size: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
})
const grid = (path: string, polygon: Polygon): NewGrid => ({
  path,
  kind: path === '1' ? 'street' : 'community',
  name: `网格${path}`,
  code: `410105${path.replaceAll('.', '').padStart(9, '0')}`,
  polygon,
  areaSquareMetres: 1000,
  labelPlace: { lon: 113.7, lat: 34.7 },
})
/** A street of four communities in a row, from west to east. */
const street = [
  grid('1', {
    type: 'Polygon',
    coordinates: [
      [
        [113.7, 34.7],
        [113.74, 34.7],
        [113.74, 34.71],
        [113.7, 34.71],
        [113.7, 34.7],
      ],
    ],
  }),
  ...[1, 2, 3, 4].map(n => grid(`1.${n}`, square(113.69 + n / 100, 34.7, 0.01))),
]
const write = <R>(work: (writer: GridWriter) => Promise<R>) =>
  db.unitOfWork((tx: Transaction<GridTables>) => work(new GridWriter(tx)))

const posts = new Map<string, string>()
async function addPosts(
  wanted: readonly [title: string, path: string, role: string, duty: Duty, holder: string | null][],
) {
  await db.unitOfWork(async (tx: Transaction<unknown>) => {
    const loader = new IdentityLoader(tx, now)
    await addRoles(
      tx,
      [
        { code: 'grid-worker', name: '网格员', permissions: [{ permission: 'cases.verify', scope: 'post' }] },
        { code: 'grid-lead', name: '网格长', permissions: [{ permission: 'grid.read', scope: 'everywhere' }] },
      ],
      now,
    )
    const unitId = newId()
    await loader.addUnits([{ id: unitId, parentId: null, name: '示范街道办', kind: 'street' }])
    const made = wanted.map(([title, gridPath, roleCode]) => ({ id: newId(), title, unitId, roleCode, gridPath }))
    await loader.addPosts(made)
    const people = wanted.flatMap(([, , , , name]) => (name === null ? [] : [{ id: newId(), name, staff: true }]))
    await loader.addPeople(people)
    await loader.addAppointments(
      wanted.flatMap(([, , , , name], at) => {
        const person = people.find(each => each.name === name)
        return person ? [{ id: newId(), postId: made[at]!.id, personId: person.id, fromAt: now, untilAt: null }] : []
      }),
    )
    const writer = new GridWriter(tx as unknown as Transaction<GridTables>)
    await writer.putPosts(wanted.map(([, gridPath, , duty], at) => ({ gridPath, duty, postId: made[at]!.id })))
    for (const [at, [title]] of wanted.entries()) posts.set(title, made[at]!.id)
  })
}

let index: GridIndex
let responsibility: Responsibility
const read = db.read<unknown>() as Kysely<unknown>

beforeAll(async () => {
  await write(writer => writer.add(street, { validFrom: '2026-01-01', scheme: 'unit-grid' }))
  await addPosts([
    ['街道网格长', '1', 'grid-lead', 'lead', '王强'],
    ['一社区网格长', '1.1', 'grid-lead', 'lead', '李梅'],
    ['二社区网格长', '1.2', 'grid-lead', 'lead', null],
    ['一社区网格员', '1.1', 'grid-worker', 'worker', '张伟'],
    ['二社区网格员', '1.2', 'grid-worker', 'worker', null],
    ['三社区网格员', '1.3', 'grid-worker', 'worker', '刘洋'],
    ['四社区网格员', '1.4', 'grid-worker', 'worker', '陈静'],
  ])
  index = await GridIndex.open(db)
  responsibility = new Responsibility(index, postsForGrids)
})

describe('the tree in the database', () => {
  it('comes back as it was written, top first', () => {
    expect(index.all().map(({ path }) => path)).toEqual(['1', '1.1', '1.2', '1.3', '1.4'])
    expect(index.find('1.3')).toMatchObject({
      level: 2,
      kind: 'community',
      code: '410105000000013',
      bounds: [113.72, 34.7, 113.73, 34.71],
    })
    expect(index.names('1.3')).toEqual(['网格1', '网格1.3'])
    expect(index.locate({ lon: 113.715, lat: 34.705 })).toBe('1.2')
  })

  it('a redrawn grid ends, its successor begins, and the index follows', async () => {
    const before = index.version
    await write(async writer => {
      await writer.end(['1.4'], '2026-10-01')
      await writer.add([grid('1.5', square(113.73, 34.7, 0.005))], { validFrom: '2026-10-01', scheme: 'unit-grid' })
    })
    expect(index.locate({ lon: 113.731, lat: 34.701 })).toBe('1.4')
    expect(await index.reload()).toBe(true)
    expect(index.version).toBeGreaterThan(before)
    expect(index.locate({ lon: 113.731, lat: 34.701 })).toBe('1.5')
    expect(index.locate({ lon: 113.739, lat: 34.709 })).toBe('1')
    expect(index.find('1.4')).toBeUndefined()
    expect(await index.reload()).toBe(false)
  })

  it('refuses two grids in force on one path, a code twice, and a parent that is not above', async () => {
    const facts = { validFrom: '2026-11-01', scheme: 'unit-grid' }
    await expect(write(writer => writer.add([grid('1.1', square(113, 34, 1))], facts))).rejects.toThrow('grid_in_force')
    const twin = { ...grid('1.9', square(113, 34, 1)), code: street[1]!.code }
    await expect(write(writer => writer.add([twin], facts))).rejects.toThrow('grid_code_in_force')
  })

  it('keeps the boundary that was: the app may end a grid, never redraw or remove it', async () => {
    await expect(db.pool.query(`update grid.grid set name = 'x'`)).rejects.toThrow('permission denied')
    await expect(db.pool.query('delete from grid.grid')).rejects.toThrow('permission denied')
    const { rows } = await db.pool.query(`select valid_to from grid.grid where path = '1.4'`)
    expect(rows).toEqual([{ valid_to: '2026-10-01' }])
    expect(await new GridReader(db.read<GridTables>()).findBoundary('1.4')).toBeUndefined()
  })
})

describe('who answers', () => {
  it('shows each post of a grid, vacant ones too', async () => {
    expect(await responsibility.postsOn(read, '1.2')).toEqual([
      { postId: posts.get('二社区网格长'), title: '二社区网格长', unitName: '示范街道办', duty: 'lead', holder: null },
      {
        postId: posts.get('二社区网格员'),
        title: '二社区网格员',
        unitName: '示范街道办',
        duty: 'worker',
        holder: null,
      },
    ])
  })

  it('climbs over the vacant lead to the street', async () => {
    expect(await responsibility.of(read, '1.1')).toMatchObject({ by: { holder: '李梅', path: '1.1' }, passed: [] })
    expect(await responsibility.of(read, '1.2')).toEqual({
      by: { path: '1', gridName: '网格1', title: '街道网格长', holder: '王强' },
      passed: [{ path: '1.2', gridName: '网格1.2', why: 'vacant' }],
    })
  })

  it('knows the leads of the whole tree and of a part', async () => {
    expect(await responsibility.leads(read)).toEqual(
      new Map([
        ['1', '王强'],
        ['1.1', '李梅'],
      ]),
    )
    expect([...(await responsibility.leads(read, '1.1')).keys()]).toEqual(['1.1'])
  })
})

describe('the nearest posts', () => {
  const at = async (lon: number) =>
    (await responsibility.nearestPosts(read, { lon, lat: 34.705 }, 'cases.verify')).map(({ title }) => title)

  it('puts the post of the place first, then the neighbours by distance', async () => {
    expect(await at(113.705)).toEqual(['一社区网格员', '三社区网格员'])
    expect((await at(113.725))[0]).toBe('三社区网格员')
  })

  it('skips a vacant post: the neighbour is asked', async () => {
    expect(await at(113.7149)).not.toContain('二社区网格员')
    expect(await at(113.7149)).toHaveLength(2)
  })

  it('finds somebody for a place in no grid', async () => {
    expect((await at(113.6))[0]).toBe('一社区网格员')
  })

  it('nobody has the permission: nobody is named', async () => {
    expect(await responsibility.nearestPosts(read, { lon: 113.705, lat: 34.705 }, 'cases.nothing')).toEqual([])
  })

  it('may be asked inside a unit of work, with its own handle', async () => {
    const found = await db.unitOfWork((tx: Transaction<unknown>) =>
      responsibility.nearestPosts(tx, { lon: 113.705, lat: 34.705 }, 'cases.verify'),
    )
    expect(found[0]).toMatchObject({ holder: '张伟', gridPath: '1.1' })
  })
})
