import type { NewRelation, NewThing } from '#modules/registry/server/index.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { instantOf } from '#platform/kernel/common/instant.ts'
import type { Geography } from '../geography/geography.ts'
import type { PeoplePlan } from '../people/people.ts'
import type { PlacesPlan } from '../places/plan-places.ts'
import { between, idMaker, pick, pickWeighted, type Random, randomFrom } from '../random.ts'
import { makeFamily, type Relative } from './families.ts'
import { type Home, homesOf } from './homes.ts'
import { citizenNumber, mobileNumber, plateNumber } from './numbers.ts'

const dayMilliseconds = 86_400_000

export interface LibraryPlan {
  readonly things: readonly NewThing[]
  readonly relations: readonly NewRelation[]
}

type Fields = NewThing['fields']

/** Writes things and relations of the made-up town down, each as if the worker of its cell had recorded it. */
export class LibraryPen {
  readonly things: NewThing[] = []
  readonly relations: NewRelation[] = []
  readonly random: Random
  readonly now: number
  readonly #newId: (milliseconds: number) => string
  readonly #workers: ReadonlyMap<string, { personId: string; postId: string }>

  constructor(geography: Geography, people: PeoplePlan, now: number) {
    this.random = randomFrom(geography.seed * 49_979_687 + 23)
    this.now = now
    this.#newId = idMaker(this.random)
    const holders = new Map(people.people.flatMap(person => person.postIds.map(postId => [postId, person.id])))
    this.#workers = new Map(
      people.posts.flatMap(post => {
        const personId = holders.get(post.id)
        return post.duty === 'worker' && post.gridPath && personId
          ? [[post.gridPath, { personId, postId: post.id }] as const]
          : []
      }),
    )
  }

  /** Recorded some days ago: most within half a year, a few so long ago that they are stale. */
  add(kind: NewThing['kind'], gridPath: string, fields: Fields, point?: { lon: number; lat: number }): string {
    const daysAgo = this.random() < 0.88 ? between(this.random, 2, 170) : between(this.random, 190, 390)
    const recordedAt = this.now - daysAgo * dayMilliseconds
    const thingId = this.#newId(recordedAt)
    const worker = this.#workers.get(gridPath) ?? { personId: 'town', postId: null }
    const trueOn = dayOf(instantOf(recordedAt))
    this.things.push({
      ...{ thingId, kind, gridPath, fields, trueOn, lon: point?.lon ?? null, lat: point?.lat ?? null },
      ...{ way: 'visit', by: { ...worker, at: instantOf(recordedAt) } },
    })
    return thingId
  }

  join(
    kind: NewRelation['kind'],
    fromId: string,
    toId: string,
    fromOn: string,
    more: { role?: string; until?: string } = {},
  ) {
    this.relations.push({
      ...{ id: this.#newId(this.now), kind, role: more.role ?? null, from_id: fromId, to_id: toId, from_on: fromOn },
      ...{
        until_on: more.until ?? null,
        recorded_at: instantOf(this.now - dayMilliseconds),
        by_id: 'town',
        post_id: null,
      },
      ...{ way: 'visit', ref: null },
    })
  }

  day(daysAgo: number): string {
    return dayOf(instantOf(this.now - daysAgo * dayMilliseconds))
  }
}

type HomeUse = 'own' | 'let' | 'vacant' | 'lent'
const uses: readonly (readonly [HomeUse, number])[] = [
  ['own', 68],
  ['let', 20],
  ['vacant', 9],
  ['lent', 3],
]
const provinces = ['河南省', '安徽省', '四川省', '湖北省', '江西省'] as const
const occupations = ['教师', '司机', '会计', '厨师', '销售', '护士', '工程师', '个体经营', '保安', '职员'] as const

/** Homes with who lives in them, what they drive and keep. */
export function writeHomes(pen: LibraryPen, geography: Geography, places: PlacesPlan): void {
  const names = new Set<string>()
  let landlord: string | null = null
  for (const home of homesOf(geography, places)) {
    const use = pickWeighted(pen.random, uses)
    const housingId = writeHousing(pen, home, use)
    if (use === 'vacant') continue
    const { head } = writeFamily(pen, home, housingId, names, use)
    if (use === 'own') pen.join('owns', head, housingId, pen.day(between(pen.random, 800, 6000)))
    if (use === 'let') writeTenancy(pen, home, housingId, head, landlord)
    if (use === 'own') landlord = head
  }
}

function writeHousing(pen: LibraryPen, { building, entrance, floor, room, address }: Home, use: HomeUse): string {
  const rooms = between(pen.random, 1, 3)
  return pen.add(
    'housing',
    building.gridPath,
    {
      ...{ address, building: building.id, entrance: entrance.id, floor, room, use, rooms },
      area: rooms * 28 + between(pen.random, 8, 30),
      right: pickWeighted(pen.random, [
        ['private', 80],
        ['public', 12],
        ['affordable', 8],
      ]),
      danger:
        use === 'let' && pen.random() < 0.12 ? pick(pen.random, ['wiring', 'partition', 'gas', 'escape']) : 'none',
    },
    building.point,
  )
}

function writeFamily(pen: LibraryPen, home: Home, housingId: string, names: Set<string>, use: HomeUse) {
  const family = makeFamily(pen.random, names, use === 'let')
  const isFloating = use === 'let' && pen.random() < 0.75
  const since = pen.day(isFloating ? between(pen.random, 20, 900) : between(pen.random, 400, 7000))
  const { building, address } = home
  const household = pen.add('household', building.gridPath, {
    name: `${family[0]!.name}户`,
    kind: 'family',
    address: isFloating ? null : address,
    ...(pen.random() < 0.15 ? { income: between(pen.random, 18, 160) * 1000 } : {}),
  })
  pen.join('household-in', household, housingId, since)
  const ids = family.map(relative => {
    const id = pen.add('person', building.gridPath, personFields(pen, relative, address, isFloating, since))
    const bornOn = birthday(pen.now, relative)
    const from = bornOn > since ? bornOn : since
    pen.join('lives-in', id, housingId, from)
    pen.join('member-of', id, household, from, { role: relative.kin })
    if (!isFloating) pen.join('registered-in', id, housingId, from)
    return id
  })
  const kin = (...codes: string[]) => ids.filter((_, i) => codes.includes(family[i]!.kin))
  const [head] = ids
  for (const spouse of kin('10')) pen.join('spouse-of', head!, spouse, since)
  for (const child of kin('20', '30')) {
    pen.join('parent-of', head!, child, since)
    if (family[ids.indexOf(child)]!.age < 18) pen.join('guardian-of', head!, child, since)
  }
  for (const parent of kin('50')) pen.join('cares-for', head!, parent, since)
  writeBelongings(pen, building.gridPath, head!, since)
  return { head: head! }
}

/** The same day for the same person, however often it is asked for: a number of its own stream would shift all others. */
function birthday(now: number, { age, name }: Relative): string {
  const year = new Date(now).getUTCFullYear() - age - 1
  const turn = [...name].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0)
  return new Date(Date.UTC(year, turn % 12, (turn % 28) + 1)).toISOString().slice(0, 10)
}

function personFields(pen: LibraryPen, one: Relative, address: string, isFloating: boolean, since: string): Fields {
  const { random } = pen
  const bornOn = birthday(pen.now, one)
  const isAdult = one.age >= 18
  const works = isAdult && one.age < 60
  return {
    ...{ name: one.name, sex: one.sex, bornOn, document: '111', idNumber: citizenNumber(random, bornOn, one.sex) },
    nation: random() < 0.95 ? '01' : pick(random, ['02', '03', '11', '15']),
    population: isFloating ? 'floating' : 'registered',
    livesWhereRegistered: isFloating ? '02' : '01',
    ...(isFloating
      ? {
          inflow: pickWeighted(random, [
            ['work', 70],
            ['trade', 15],
            ['study', 8],
            ['family', 7],
          ]),
          arrivedOn: since,
        }
      : {}),
    ...(isFloating ? { registeredAddress: `${pick(random, provinces)}某县某镇` } : { registeredAddress: address }),
    ...(isAdult ? { phone: mobileNumber(random) } : {}),
    ...(works ? { occupation: pick(random, occupations) } : {}),
    ...(one.age >= 22 ? { education: pick(random, ['20', '30', '60', '70']) } : {}),
    ...(isAdult ? { marriage: one.kin === '10' || (one.age > 28 && random() < 0.7) ? '20' : '10' } : {}),
    ...(one.age >= 65 && random() < 0.3 ? { health: pick(random, ['高血压', '糖尿病', '关节炎', '行动不便']) } : {}),
    ...(random() < 0.02 ? { disability: pick(random, ['肢体三级', '视力二级', '听力四级']) } : {}),
  }
}

function writeBelongings(pen: LibraryPen, gridPath: string, head: string, since: string): void {
  if (pen.random() < 0.32) {
    const isElectric = pen.random() < 0.2
    const car = pen.add('vehicle', gridPath, {
      plate: plateNumber(pen.random, isElectric),
      kind: isElectric ? 'new-energy' : 'car',
      colour: pick(pen.random, ['白', '黑', '银', '蓝']),
    })
    pen.join('owns', head, car, since)
  }
  if (pen.random() < 0.07) {
    const pet = pen.add('pet', gridPath, {
      name: pick(pen.random, ['豆豆', '球球', '旺财', '咪咪', '小白']),
      species: pick(pen.random, ['dog', 'dog', 'cat']),
      vaccinatedOn: pen.day(between(pen.random, 10, 500)),
    })
    pen.join('owns', head, pet, since)
  }
}

function writeTenancy(pen: LibraryPen, home: Home, housingId: string, tenant: string, landlord: string | null): void {
  const beganOn = pen.day(between(pen.random, 20, 700))
  const tenancy = pen.add('tenancy', home.building.gridPath, {
    ...{ address: home.address, use: 'dwelling', beganOn, endsOn: pen.day(-between(pen.random, 10, 300)) },
    ...{ persons: between(pen.random, 1, 4), rent: between(pen.random, 8, 30) * 100 },
  })
  pen.join('lets', tenancy, housingId, beganOn)
  pen.join('tenant-in', tenant, tenancy, beganOn)
  if (landlord) {
    pen.join('landlord-of', landlord, tenancy, beganOn)
    pen.join('owns', landlord, housingId, pen.day(between(pen.random, 1000, 6000)))
  }
}
