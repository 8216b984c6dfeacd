import type { Transaction } from 'kysely'
import { type Actor, can } from '#platform/authz/common/grants.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { SheetLine } from '#platform/sheets/common/sheet.ts'
import { addressKey, type StandardAddress } from '../../common/address/index.ts'
import { codeLists } from '../../common/code-lists.ts'
import { knownFrom } from '../../common/entries.ts'
import { fieldOf } from '../../common/kinds.ts'
import { type Comparable, likenessOf, perhaps } from '../../common/likeness/index.ts'
import { decideRecording, type Fate } from '../../common/record.ts'
import { readRow, type Reading, type RowFault, type SheetPerson } from '../../common/sheets/index.ts'
import { comparablesOf } from '../duplicates/comparables.ts'
import { SecretReader } from '../secret-store.ts'
import { indexAbout, secretsIn } from '../secrets.ts'
import { soundsOf } from '../sounds.ts'
import type { Surroundings } from '../surroundings.ts'
import { placedAt, type ThingRow, ThingWriter } from '../thing-store.ts'
import type { RegistryTables } from '../tables.ts'
import type { Ground } from './ground.ts'
import type { ImportRow, ImportWriter, JudgedRow } from './import-store.ts'
import { type Home, ManyPeople } from './people-store.ts'
import { type Hashed, hashedRow } from './remembered-keys.ts'

export interface Judging {
  readonly around: Surroundings
  readonly tx: Transaction<RegistryTables>
  readonly imports: ImportWriter
  readonly sheet: ImportRow
  /** The importer, with what they may write. */
  readonly actor: Actor
  readonly ground: Ground
  readonly reading: Reading
  readonly now: Instant
}

/** Where a row's person lives: a door of a building, or just a grid. */
export interface Door {
  readonly building: string
  readonly entrance: string | null
  readonly floor: string | null
  readonly room: string
  readonly address: string
  readonly lon: number
  readonly lat: number
}

/** A row with everything that was found out about it. */
export interface Weighed extends JudgedRow {
  readonly hashed: Hashed
  readonly person: SheetPerson
  readonly gridPath: string
  readonly door: Door | null
  readonly known: ThingRow | null
  readonly fates: Readonly<Record<string, Fate>>
}

/** Decides about the rows of a chunk against the library as it stands; writes nothing but which rows spoke of whom. */
export async function judgeRows(judging: Judging, lines: readonly SheetLine[]): Promise<readonly Weighed[]> {
  const { around, imports, sheet, reading } = judging
  const read = lines.map(({ row, cells }) => ({ row, ...readRow(cells, reading) }))
  const keyed = read.map(one => ({ ...one, hashed: hashedRow(around.index, one.person) }))
  const first = await imports.see(
    sheet.id,
    keyed.flatMap(one => (one.faults.length === 0 ? [{ key: one.hashed.key, row: one.row }] : [])),
  )
  const placed = keyed.map(one => {
    const firstRow = first.get(one.hashed.key.toString('hex')) ?? one.row
    const twice: RowFault[] = firstRow < one.row ? [{ target: 'name', fault: 'said-twice', params: { firstRow } }] : []
    const where = placeOf(judging, one.person)
    return {
      ...one,
      ...where,
      faults: [...one.faults, ...twice, ...where.faults],
      remarks: [...one.remarks, ...where.remarks],
    }
  })
  const sound = placed.filter(one => one.faults.length === 0)
  const known = await knownPeople(judging, sound)
  const compared = await compareKnown(judging, sound, known)
  const alike = await alikePeople(
    judging,
    sound.filter(one => !known.mine.has(one.row)),
    known.elsewhere,
  )
  return placed.map((one): Weighed => {
    const person = known.mine.get(one.row) ?? null
    const { changes, fates, isConflict } = compared.get(one.row) ?? { changes: [], fates: {}, isConflict: false }
    const likes = alike.get(one.row) ?? []
    const outcome =
      one.faults.length > 0
        ? 'fault'
        : person
          ? isConflict
            ? 'conflict'
            : changes.length > 0
              ? 'changed'
              : 'same'
          : likes.length > 0
            ? 'duplicate'
            : 'new'
    return { ...one, outcome, thingId: person?.id ?? null, changes, known: person, fates, alike: likes }
  })
}

type Placed = { row: number; hashed: Hashed; person: SheetPerson; gridPath: string; door: Door | null }

function placeOf({ ground, sheet, actor }: Judging, person: SheetPerson) {
  const faults: RowFault[] = []
  const remarks: RowFault[] = []
  const building = person.address === null ? undefined : ground.buildingAt(person.address)
  const found = person.gridText.slice(0, 30)
  const named = person.gridText === '' ? undefined : ground.gridNamed(person.gridText)
  const now = named?.now?.join('、') ?? ''
  if (person.gridText !== '' && named === undefined) {
    faults.push({ target: 'grid', fault: 'no-such-grid', params: { found } })
  } else if (named && named.paths.length > 1 && !building) {
    faults.push({ target: 'grid', fault: 'grid-parted', params: { found, now } })
  } else if (named?.now && !building) {
    remarks.push({ target: 'grid', fault: 'grid-followed', params: { found, now } })
  }
  if (person.address !== null && !building) remarks.push({ target: 'address', fault: 'not-matched', params: {} })
  const gridPath = building?.gridPath ?? named?.paths[0] ?? sheet.grid_path
  if (!can(actor, 'registry.write', placedAt({ grid_path: gridPath }))) {
    faults.push({ target: building ? 'address' : 'grid', fault: 'not-yours', params: {} })
  }
  const door =
    building && person.address?.room
      ? {
          ...{ building: building.id, entrance: ground.entranceOf(building.id, person.address.entrance) ?? null },
          ...{
            floor: person.address.floor,
            room: person.address.room,
            lon: building.point.lon,
            lat: building.point.lat,
          },
          address: doorAddress(building.address, person.address),
        }
      : null
  return { gridPath, door, faults, remarks }
}

/** As the library writes the address of a home: the building's own, then entrance and room. */
function doorAddress(address: string, { building, entrance, room }: StandardAddress): string {
  const house = building === null ? '' : `${building}号楼`
  return `${address}${address.endsWith(house) ? '' : house}${entrance === null ? '' : `${entrance}单元`}${room ?? ''}`
}

/** Whom the rows speak of: by what the row was taken as before, or by number; whoever was merged is who remained. */
async function knownPeople({ around, tx, imports, actor }: Judging, rows: readonly Placed[]) {
  // With every key there is, so that people are known before, while and after an index is made anew.
  const keysOf = new Map(rows.map(one => [one.row, one.hashed.keys]))
  const marks = await imports.marks([...keysOf.values()].flat())
  const numberSpec = fieldOf('person', 'idNumber')
  const indexes = rows.flatMap(({ row, person }) => {
    const number = person.fields['idNumber']
    if (number === undefined || !numberSpec) return []
    return around.index.all(indexAbout(numberSpec), number).map(index => ({ row, index }))
  })
  const many = new ManyPeople(tx)
  const owners = await many.ownersOf(indexes.map(one => one.index))
  const idsOf = new Map<number, string[]>()
  for (const [row, keys] of keysOf) {
    const marked = keys.flatMap(key => marks.get(key.toString('hex')) ?? [])
    if (marked.length > 0) idsOf.set(row, marked)
  }
  for (const { row, index } of indexes) {
    const ids = owners.get(index.toString('hex')) ?? []
    idsOf.set(row, [...(idsOf.get(row) ?? []), ...ids])
  }
  const things = await many.remaining([...new Set([...idsOf.values()].flat())])
  const mine = new Map<number, ThingRow>()
  const elsewhere = new Map<number, readonly ThingRow[]>()
  for (const [row, ids] of idsOf) {
    const people = ids.flatMap(id => things.get(id) ?? []).filter(thing => thing.kind === 'person')
    const own = people.find(thing => thing.state === 'current' && can(actor, 'registry.write', placedAt(thing)))
    if (own) mine.set(row, own)
    else if (people.length > 0) elsewhere.set(row, people)
  }
  return { mine, elsewhere }
}

/** What each row would change about the person it speaks of. */
async function compareKnown(
  { around, tx, actor, sheet }: Judging,
  rows: readonly Placed[],
  { mine }: { mine: ReadonlyMap<number, ThingRow> },
) {
  const ids = [...new Set([...mine.values()].map(thing => thing.id))]
  const entries = await new ThingWriter(tx, actor).entriesOf(ids)
  const knownOf = new Map([...entries].map(([id, own]) => [id, knownFrom('person', own)]))
  const kept = [...knownOf.values()].flatMap(known => Object.values(known).map(one => one.kept))
  const valueOf = await new SecretReader(tx, around.secrets).open(secretsIn(kept))
  const many = new ManyPeople(tx)
  const homes = await many.homes(ids)
  const households = await many.households(ids)
  const compared = new Map<number, { changes: string[]; fates: Record<string, Fate>; isConflict: boolean }>()
  for (const { row, person, door } of rows) {
    const thing = mine.get(row)
    if (!thing) continue
    const from = {
      trueOn: sheet.as_of,
      way: 'import' as const,
      ref: sheet.id,
      byId: actor.personId,
      postId: actor.postId,
    }
    const known = knownOf.get(thing.id) ?? {}
    const { fates } = decideRecording('person', known, (_key, one) => valueOf(one.kept), {
      fields: person.fields,
      from,
    })
    const changes = Object.keys(fates).filter(key => fates[key] === 'taken')
    const home = homes.get(thing.id)
    // An older sheet does not move anybody back.
    if (door && !isSameDoor(home, door) && (home === undefined || home.from <= sheet.as_of)) changes.push('home')
    if (person.household !== null && !households.get(thing.id)?.some(one => one.number === person.household))
      changes.push('household')
    const isConflict = Object.values(fates).includes('conflict')
    compared.set(row, { changes, fates: { ...fates }, isConflict })
  }
  return compared
}

export const isSameDoor = (home: Home | undefined, door: Door) =>
  home !== undefined && home.building === door.building && home.room === door.room

/** People of the importer's grids who look like a row that nobody's number or earlier import knows. */
async function alikePeople(
  { around, tx, actor }: Judging,
  rows: readonly Placed[],
  elsewhere: ReadonlyMap<number, readonly ThingRow[]>,
) {
  const alike = new Map<number, JudgedRow['alike']>()
  if (rows.length === 0) return alike
  const many = new ManyPeople(tx)
  const namesakes = await many.namesakes(
    rows.flatMap(({ person: { fields } }) =>
      fields['name'] && fields['bornOn'] ? [{ name: fields['name'], bornOn: fields['bornOn'] }] : [],
    ),
  )
  const phoneSpec = fieldOf('person', 'phone')
  const phones = phoneSpec
    ? rows.flatMap(({ person: { fields } }) =>
        fields['phone'] === undefined ? [] : around.index.all(indexAbout(phoneSpec), fields['phone']),
      )
    : []
  const owners = await many.ownersOf(phones)
  const byPhone = [...(await many.remaining([...new Set([...owners.values()].flat())])).values()]
  const near = [...new Map([...namesakes, ...byPhone].map(thing => [thing.id, thing])).values()].filter(
    thing => thing.kind === 'person' && thing.state === 'current' && can(actor, 'registry.write', placedAt(thing)),
  )
  const comparables = await comparablesOf(tx, around, near)
  for (const { row, person } of rows) {
    const self = comparables.size > 0 ? comparableOf(person) : null
    const likes = (self ? [...comparables] : [])
      .map(([thingId, other]) => ({ thingId, ...likenessOf(self!, other) }))
      .filter(({ score }) => score >= perhaps)
    const others = (elsewhere.get(row) ?? []).map(({ id }) => ({
      thingId: id,
      score: 1,
      reasons: ['number-same' as const],
    }))
    const best = [...others, ...likes].toSorted((a, b) => b.score - a.score).slice(0, 3)
    if (best.length > 0) alike.set(row, best)
  }
  return alike
}

function comparableOf({ fields, address }: SheetPerson): Comparable {
  const name = fields['name'] ?? ''
  return {
    ...{ name, sounds: soundsOf(name), otherNames: fields['formerName'] === undefined ? [] : [fields['formerName']] },
    ...{ number: fields['idNumber'] ?? null, bornOn: fields['bornOn'] ?? null, sex: fields['sex'] ?? null },
    phones: fields['phone'] === undefined ? [] : [fields['phone']],
    addressKey: address === null ? null : addressKey(address),
  }
}

const chineseWords = new Map(
  Object.entries(codeLists).map(([list, { words }]) => [
    list,
    Object.fromEntries(Object.entries(words).map(([code, word]) => [code, word['zh-CN']])),
  ]),
)

/** The words of the library's own lists, Chinese, as sheets write them. */
export const wordsOfLists = (list: string): Readonly<Record<string, string>> => chineseWords.get(list) ?? {}

export function longestOf(target: string): number {
  const type = fieldOf('person', target)?.type
  return type?.type === 'text' ? type.most : 200
}
