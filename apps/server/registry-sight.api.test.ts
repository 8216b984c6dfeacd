import { expect, test } from 'vitest'
import {
  type addThing,
  type beginExport,
  codeLists,
  type FieldSpec,
  type FieldValue,
  type findThings,
  kinds,
  type listStale,
  type listThings,
  type openThing,
  type thingHistory,
  type ThingKind,
  thingKinds,
  type unmaskField,
} from '#modules/registry/common/index.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { buildTown, done, type Neighbour } from '#testkit/town.ts'
import { personas } from '#town/people/personas.ts'

const town = await buildTown()
const worker = await town.as('grid-worker')
const me = done(await worker.query('identity.me', {})) as { post: { gridPath: string } }

/** One login in its civil-affairs post; the persona with many posts starts in another. */
async function civilAffairs(): Promise<Neighbour> {
  const many = await town.as('many-posts')
  const { posts } = done(await many.query('identity.me', {})) as { posts: { id: string; title: string }[] }
  const post = posts.find(one => one.title === '民政干事')!
  done(await many.command('identity.switch-post', { postId: post.id }))
  return { ...many, login: 'civil-affairs' }
}

const neighbours: Neighbour[] = []
for (const { login } of personas) if (login !== 'many-posts') neighbours.push(await town.as(login))
neighbours.push(await civilAffairs())

// ---- The policy, written by hand. A line that is wrong here is wrong for a person. ----

/** Who may open a record of the kind in the worker's cell. Everybody else is told that there is none. */
const onThePlace = ['grid-worker', 'grid-lead', 'committee', 'window-clerk', 'street-centre', 'civil-affairs']
const aboutPlaces = [...onThePlace, 'road-chief', 'district-hub']
const mayOpen: Record<ThingKind, readonly string[]> = {
  person: onThePlace,
  household: onThePlace,
  tenancy: onThePlace,
  vehicle: onThePlace,
  pet: onThePlace,
  housing: aboutPlaces,
  organisation: aboutPlaces,
  facility: aboutPlaces,
  place: aboutPlaces,
  equipment: aboutPlaces,
}

const contact = ['grid-worker', 'grid-lead', 'committee', 'window-clerk', 'civil-affairs']
/** Fields that not everybody sees who opens the record: who sees them masked. To all others there is no such field. */
const masked: Partial<Record<`${ThingKind}.${string}`, readonly string[]>> = {
  'person.idNumber': ['committee', 'window-clerk', 'civil-affairs'],
  'person.phone': contact,
  'person.health': ['civil-affairs'],
  'person.disability': ['civil-affairs'],
  'person.income': ['civil-affairs'],
  'household.income': ['civil-affairs'],
  'tenancy.rent': ['civil-affairs'],
  'organisation.phone': contact,
  'place.phone': contact,
}
/** Fields that are shown whole, but only to some of those who open the record. */
const onlyTo: Partial<Record<`${ThingKind}.${string}`, readonly string[]>> = {
  'organisation.responsible': onThePlace,
  'place.responsible': onThePlace,
}

/** Who may take lists out. */
const exporters = ['committee', 'civil-affairs']

function expected(kind: ThingKind, key: string, login: string): 'open' | 'masked' | 'hidden' {
  const name = `${kind}.${key}` as const
  if (!mayOpen[kind].includes(login)) return 'hidden'
  const sealed = masked[name]
  if (sealed) return sealed.includes(login) ? 'masked' : 'hidden'
  const few = onlyTo[name]
  return few && !few.includes(login) ? 'hidden' : 'open'
}

// ---- Held against the program: kind x field x persona. ----

/** As the identity number below says. */
const birthday = '1949-12-31'
const identifiers: Record<string, string> = {
  'id-number': '11010519491231002X',
  uscc: '91350100M000100Y43',
  plate: '鲁A12345',
  component: '37011301037000001',
  phone: '13912345678',
  'real-estate': '370113001002JC00012F00010001',
  cell: '370113001002003',
}

function sample({ type }: FieldSpec): FieldValue {
  switch (type.type) {
    case 'text':
      return '样例'
    case 'identifier':
      return identifiers[type.scheme]!
    case 'code':
      return Object.keys(codeLists[type.list]!.words)[0]!
    case 'day':
      return birthday
    case 'whole':
    case 'decimal':
      return Math.max(1, type.least)
    case 'place':
      return places[type.of]
    case 'yes-no':
      return true
  }
}

const places = await somePlace()
async function somePlace() {
  type Shown = { entrances: { id: string }[] }
  const asked = { gridPath: me.post.gridPath, limit: 20 }
  const { rows } = done(await worker.query('places.buildings', asked)) as { rows: { buildingId: string }[] }
  for (const { buildingId: building } of rows) {
    const { entrances } = done(await worker.query('places.building', { buildingId: building })) as Shown
    if (entrances[0]) return { building, entrance: entrances[0].id }
  }
  throw new Error('no building with an entrance')
}

const things = new Map<ThingKind, string>()
const titles = new Map<ThingKind, string>()

test('the grid worker puts in one record of each kind with every field filled', async () => {
  for (const kind of thingKinds) {
    const thingId = newId()
    const fields = Object.fromEntries(Object.entries(kinds[kind].fields).map(([key, spec]) => [key, sample(spec)]))
    const input = { thingId, kind, gridPath: me.post.gridPath, fields, isAnother: true }
    expect(await worker.command<typeof addThing>('registry.add', input)).toEqual({ thingId })
    things.set(kind, thingId)
    titles.set(kind, done(await worker.command<typeof openThing>('registry.open', { thingId })).title)
  }
})

test('each persona sees exactly the fields that the policy says', async () => {
  for (const neighbour of neighbours)
    for (const [kind, thingId] of things) {
      const shown = await neighbour.command<typeof openThing>('registry.open', { thingId })
      const sights = isRefusal(shown) ? {} : Object.fromEntries(shown.fields.map(({ key, sight }) => [key, sight]))
      const all = Object.keys(kinds[kind].fields)
      const seen = Object.fromEntries(all.map(key => [key, sights[key] ?? 'hidden']))
      const policy = Object.fromEntries(all.map(key => [key, expected(kind, key, neighbour.login)]))
      expect([neighbour.login, kind, seen]).toEqual([neighbour.login, kind, policy])
      // What is masked shows nothing of the value but that there is one.
      if (!isRefusal(shown))
        for (const { key, sight, value } of shown.fields)
          if (sight === 'masked') expect([key, value]).not.toEqual([key, sample(kinds[kind].fields[key]!)])
    }
}, 120_000)

test('no other door shows more of a record than its page does', async () => {
  const rightAlso = (login: string, kind: ThingKind, key: string, value: unknown, door: string) => {
    const policy = expected(kind, key, login)
    expect([door, login, kind, key, policy]).not.toEqual([door, login, kind, key, 'hidden'])
    // Masked here as there: nothing but that there is one.
    if (policy === 'masked') expect([door, key, value]).not.toEqual([door, key, sample(kinds[kind].fields[key]!)])
  }
  for (const neighbour of neighbours)
    for (const [kind, thingId] of things) {
      const { login } = neighbour
      const history = await neighbour.command<typeof thingHistory>('registry.history', { thingId })
      expect([login, kind, isRefusal(history)]).toEqual([login, kind, !mayOpen[kind].includes(login)])
      if (!isRefusal(history))
        for (const { changes } of history.entries)
          for (const { key, value } of changes) rightAlso(login, kind, key, value, 'history')

      const lists = [
        await neighbour.query<typeof listThings>('registry.list', { kind, gridPath: me.post.gridPath, limit: 200 }),
        await neighbour.query<typeof findThings>('registry.find', { text: titles.get(kind)! }),
        await neighbour.query<typeof listStale>('registry.stale', { kind, limit: 100 }),
      ]
      for (const answer of lists)
        for (const row of isRefusal(answer) ? [] : answer.rows.filter(one => one.thingId === thingId)) {
          expect([login, kind, mayOpen[kind].includes(login)]).toEqual([login, kind, true])
          for (const [key, value] of Object.entries(row.fields)) {
            rightAlso(login, kind, key, value, 'list')
            // What is sealed has no place in a list, not even masked.
            expect([login, kind, key, expected(kind, key, login)]).toEqual([login, kind, key, 'open'])
          }
        }
    }
}, 120_000)

test('a list that is taken out has no column that its taker does not see, and none whole that they may not unmask', async () => {
  for (const neighbour of neighbours) {
    const { login } = neighbour
    for (const kind of thingKinds)
      for (const [key, spec] of Object.entries(kinds[kind].fields))
        for (const whole of [false, true]) {
          const input = { exportId: newId(), kind, gridPath: me.post.gridPath, columns: [{ key, whole }] }
          const answer = await neighbour.command<typeof beginExport>('registry.begin-export', {
            ...input,
            ...{ format: 'csv', reason: '核对政策' },
          })
          const policy = expected(kind, key, login)
          const may =
            exporters.includes(login) && policy !== 'hidden' && (!whole || (policy === 'masked' && spec.unmask))
          expect([login, kind, key, whole, !isRefusal(answer)]).toEqual([login, kind, key, whole, Boolean(may)])
        }
  }
}, 120_000)

test('unmasking gives what the policy says and no more, and each is in the audit', async () => {
  const audited = async () => {
    const { rows } = await town.db.pool.query<{ outcome: string; count: number }>(
      `select outcome, count(*)::int as count from audit.entry where command = 'registry.unmask' group by 1`,
    )
    return new Map(rows.map(row => [row.outcome, row.count]))
  }
  const before = await audited()
  let shown = 0
  let asked = 0
  for (const neighbour of neighbours)
    for (const [kind, thingId] of things)
      for (const [key, spec] of Object.entries(kinds[kind].fields)) {
        if (spec.unmask === null) continue
        asked++
        const input = { thingId, field: key, reason: '核对政策' }
        const answer = await neighbour.command<typeof unmaskField>('registry.unmask', input)
        const may = expected(kind, key, neighbour.login) === 'masked'
        if (may) {
          shown++
          expect([neighbour.login, kind, key, answer]).toEqual([neighbour.login, kind, key, { value: sample(spec) }])
        } else expect([neighbour.login, kind, key, isRefusal(answer)]).toEqual([neighbour.login, kind, key, true])
      }
  expect(shown).toBeGreaterThan(20)
  const after = await audited()
  expect((after.get('done') ?? 0) - (before.get('done') ?? 0)).toBe(shown)
  const total = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0)
  expect(total(after) - total(before)).toBe(asked)
  const looks = await town.db.pool.query(`select count(*)::int as count from registry.look where reason = '核对政策'`)
  expect(looks.rows).toEqual([{ count: shown }])
}, 120_000)
