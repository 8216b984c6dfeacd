import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrationFolders } from '#apps/server/migration-folders.ts'
import { findableBy, foundBy } from '#modules/registry/server/index.ts'
import { migrate, readMigrations } from '#platform/db/server/migrator.ts'
import { openDatabase } from '#platform/db/server/open-database.ts'
import { type Db, connect } from '#platform/db/server/unit-of-work.ts'
import { pick, randomFrom } from '#town/random.ts'
import { benchAround } from './people-around.ts'

/**
 * A city of two million people in 100 000 grids: 5 districts of 8 streets of 25 communities of 100 grids. Each home has
 * three people and most a household; one person in seven has moved, one in ten has changed its kind of resident, one in
 * two hundred is there a second time. `SET=<folder>` keeps it for the next bench; it is then brought up by migrations.
 */
export interface PeopleSet {
  readonly people: number
  readonly db: Db
  readonly owner: pg.Client
  readonly folder: string
  close(): Promise<void>
}

export const people = Number(process.env['PEOPLE'] ?? 2_000_000)
const homes = Math.ceil(people / 3)
const now = '2026-09-15T02:00:00.000Z'
export const city = { districts: 5, streets: 8, communities: 25, grids: 100 } as const

const random = randomFrom(5)
const surnames = [...'王王王李李李张张张刘刘陈陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕']
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂华林建文辉志国永海春雨晓玉金秀思子浩宇佳嘉梓欣俊德世兴红英宁峰轩怡涵萱婷琳悦然凯博远达成',
]
const makeName = () => pick(random, surnames) + pick(random, given) + (random() < 0.75 ? pick(random, given) : '')
/** The first ones are the common ones: a hundredth of all people has the first. */
export const names = [...new Set(['张伟', '王芳', '李娜', ...Array.from({ length: 60_000 }, makeName)])]
export const streets = Array.from(
  { length: 400 },
  () => `${pick(random, given)}${pick(random, given)}${pick(random, [...'路街巷'])}`,
)
const addressOf = (home: number) =>
  `${streets[home % 400]}${1 + (Math.floor(home / 400) % 99)}号${1 + (home % 9)}号楼${1 + (home % 4)}单元${1 + (home % 18)}0${1 + (home % 4)}室`
const shopOf = (at: number) =>
  `${pick(random, given)}${pick(random, given)}${['便利店', '餐馆', '超市', '药房'][at % 4]}`

export async function openPeopleSet(): Promise<PeopleSet> {
  const kept = process.env['SET']
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'wangge-set-')))
  await mkdir(folder, { recursive: true })
  const database = await openDatabase({ dataDirectory: folder })
  const owner = new pg.Client({ connectionString: database.migratorUrl })
  await owner.connect()
  const db = connect(database.appUrl, { connections: 4 })
  const isThere = existsSync(join(folder, `set-${people}`))
  await migrate(database.migratorUrl, await readMigrations(migrationFolders))
  if (!isThere) {
    const admin = new pg.Client({ connectionString: database.adminUrl })
    await admin.connect()
    await fill(admin)
    await admin.end()
    await writeFile(join(folder, `set-${people}`), '')
  }
  return {
    ...{ people, db, owner, folder },
    async close() {
      await owner.end()
      await db.close()
      await database.stop()
      if (kept === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Homes are dealt out over the grids of the whole city, so that neighbours do not lie side by side on the disk. */
const { districts, streets: ofDistrict, communities, grids } = city
const path = (
  n: string,
) => `'1.' || (1 + ${n} % ${districts}) || '.' || (1 + ${n} / ${districts} % ${ofDistrict}) || '.' ||
  (1 + ${n} / ${districts * ofDistrict} % ${communities}) || '.' || (1 + ${n} / ${districts * ofDistrict * communities} % ${grids})`
export const idOf = (prefix: string, n: string) => `('${prefix}' || lpad(to_hex(${n}), 30, '0'))::uuid`
const columns =
  'id, kind, title, grid_path, fields, born_on, sex, population, use, words, findable_by, serial, created_at, changed_at'
/**
 * Who person n really is: one in two hundred is somebody once more. Half of them stand beside themselves, a sixth each in
 * another community of the street, in another street of the district, and in another district.
 */
const againAt = 199
export const isAgain = `n % ${againAt} = 7`
const stepOf: Readonly<Record<number, number>> = { 206: 120, 604: 15, 1002: 100 }
const around = 6 * againAt
const selfOf = (n: number) => (n % againAt === 7 ? n - (stepOf[n % around] ?? 1) : n)
export const self = `case when ${isAgain} then n - case n % ${around} ${Object.entries(stepOf)
  .map(([rest, step]) => `when ${rest} then ${step}`)
  .join(' ')} else 1 end else n end`
const born = (n: string) => `date '1935-01-01' + (hashint4(${n}) & 32767)`

async function fill(admin: pg.Client): Promise<void> {
  const say = (what: string) => console.log(`${new Date().toISOString()} ${what}`)
  await admin.query(`set session_replication_role = replica; set maintenance_work_mem = '512MB'; set work_mem = '256MB';
    set synchronous_commit = off`)
  const { rows: indexes } = await admin.query<{ name: string; made: string }>(
    `select schemaname || '.' || indexname as name, indexdef as made from pg_indexes where schemaname = 'registry'
       and tablename in ('thing', 'entry', 'relation', 'secret') and indexname not like '%_pkey'`,
  )
  for (const { name } of indexes) await admin.query(`drop index ${name}`)
  await admin.query('create temp table made (at int primary key, title text, words tsvector)')
  const load = async (titles: readonly string[]) => {
    await admin.query('truncate made')
    for (let from = 0; from < titles.length; from += 10_000) {
      const some = titles
        .slice(from, from + 10_000)
        .map((title, i) => ({ at: from + i, title, words: foundBy([title]) }))
      await admin.query(
        `insert into made select at, title, array_to_tsvector(array(select jsonb_array_elements_text(words)))
         from jsonb_to_recordset($1::jsonb) as row (at int, title text, words jsonb)`,
        [JSON.stringify(some)],
      )
    }
    await admin.query('analyze made')
  }
  say('people')
  await load(names)
  await admin.query(
    `insert into registry.thing (${columns})
     select ${idOf('a0', 'n')}, 'person', title, ${path('(n / 3)')}, jsonb_strip_nulls(jsonb_build_object('name', title,
         'bornOn', ${born('who')}, 'sex', sex, 'population', population,
         'idNumber', case when ${isAgain} then null else jsonb_build_object('secret', ${idOf('b0', 'n')}) end,
         'phone', case when n % 3 = 0 then null else jsonb_build_object('secret', ${idOf('b1', 'n')}) end)),
       ${born('who')}, sex, population, null, words, ${findableBy}, case when n % 10 = 3 then 2 else 1 end, '${now}', '${now}'
     from (select n, ${self} as who, (1 + (hashint4(${self} + 1) & 1))::text as sex,
         case when n % 10 = 3 then 'floating' else 'registered' end as population
       from generate_series(0, ${people - 1}) n) one
     join made on made.at = (power((hashint4(who + 7) & 1048575) / 1048576.0, 2.4) * ${names.length - 1})::int`,
  )
  say('homes')
  for (let from = 0; from < homes; from += 100_000) {
    const some = Math.min(100_000, homes - from)
    await load(Array.from({ length: some }, (_, at) => addressOf(from + at)))
    await admin.query(
      `insert into registry.thing (${columns})
       select ${idOf('c0', 'n')}, 'housing', title, ${path('n')}, jsonb_build_object('address', title, 'use', use),
         null, null, null, use, words, ${findableBy}, 1, '${now}', '${now}'
       from (select at + ${from} as n, title, words, (array['own','own','own','let','vacant'])[1 + at % 5] as use from made) one`,
    )
  }
  say('households, shops')
  await admin.query(
    `insert into registry.thing (${columns})
     select ${idOf('d0', 'n')}, 'household', '户' || n, ${path('n')}, jsonb_build_object('name', '户' || n, 'number', 'H' || n),
       null, null, null, null, array_to_tsvector(array['户', 'h' || n]), ${findableBy}, 1, '${now}', '${now}'
     from generate_series(0, ${homes - 1}) n where n % 10 > 0`,
  )
  await load(Array.from({ length: 20_000 }, (_, at) => shopOf(at)))
  await admin.query(
    `insert into registry.thing (${columns})
     select ${idOf('e0', 'at')}, 'organisation', title, ${path('at')}, jsonb_build_object('name', title), null, null, null, null,
       words, ${findableBy}, 1, '${now}', '${now}' from made`,
  )
  say('entries')
  await admin.query(
    `insert into registry.entry (thing_id, serial, true_on, at, way, by_id, changes)
     select id, 1, date '2023-01-01' + (hashint4(('x' || right(id::text, 7))::bit(28)::int) & 511), '${now}', 'import', 'bench',
       case when serial = 2 then fields || '{"population":"registered"}' else fields end
     from registry.thing`,
  )
  await admin.query(
    `insert into registry.entry (thing_id, serial, true_on, at, way, by_id, changes)
     select id, 2, '2026-01-01', '${now}', 'visit', 'bench', '{"population":"floating"}' from registry.thing where serial = 2`,
  )
  say('relations')
  const relation = (
    prefix: string,
    kind: string,
    from: string,
    to: string,
    fromOn: string,
    untilOn: string,
    which: string,
  ) =>
    `insert into registry.relation (id, kind, from_id, to_id, from_on, until_on, recorded_at, by_id, way, ended_at, ended_by)
     select ${idOf(prefix, 'n')}, '${kind}', ${from}, ${to}, ${fromOn}, ${untilOn}, '${now}', 'bench', 'import',
       case when ${untilOn} is not null then timestamptz '${now}' end, case when ${untilOn} is not null then 'bench' end
     from generate_series(0, ${people - 1}) n where ${which}`
  const long = `date '2023-06-01'`
  await admin.query(
    relation(
      'f0',
      'lives-in',
      idOf('a0', 'n'),
      idOf('c0', '(n / 3)'),
      `case when n % 7 = 2 then date '2026-03-01' else ${long} end`,
      'null::date',
      'true',
    ),
  )
  await admin.query(
    relation(
      'f1',
      'lives-in',
      idOf('a0', 'n'),
      idOf('c0', `((n / 3 + 1234) % ${homes})`),
      long,
      `date '2026-03-01'`,
      'n % 7 = 2',
    ),
  )
  await admin.query(
    relation('f2', 'household-in', idOf('d0', 'n'), idOf('c0', 'n'), long, 'null::date', `n < ${homes} and n % 10 > 0`),
  )
  await admin.query(
    relation('f3', 'member-of', idOf('a0', 'n'), idOf('d0', '(n / 3)'), long, 'null::date', 'n / 3 % 10 > 0'),
  )
  say('numbers')
  await sealNumbers(admin)
  say('indexes')
  for (const { made } of indexes) await admin.query(made)
  say('spans')
  // Triggers slept meanwhile: what they keep is worked out here, as the migration does for a library that was there.
  for (const prefix of ['a0', 'c0', 'd0']) {
    for (let from = 0; from < people; from += 10_000) {
      await admin.query(`insert into registry.span (thing_id, kind, home_id, grid_path, from_on, until_on, what, sex, born_on, title)
        select thing_id, kind, home_id, grid_path, from_on, until_on, what, sex, born_on, title
        from registry.spans_of(array(select ${idOf(prefix, 'n')} from generate_series(${from}, ${from + 9999}) n))`)
    }
  }
  say('vacuum')
  await admin.query('reset all')
  for (const table of ['thing', 'entry', 'relation', 'secret', 'span'])
    await admin.query(`vacuum (freeze, analyze) registry.${table}`)
  say('done')
}

/** Numbers as they are sealed and indexed in a place; the second time somebody is there, the telephone is the same. */
async function sealNumbers(admin: pg.Client): Promise<void> {
  const { secrets, index } = benchAround(() => {
    throw new Error('not needed')
  })
  const uuid = (prefix: string, n: number) => {
    const hex = prefix + n.toString(16).padStart(30, '0')
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  }
  for (let from = 0; from < people; from += 10_000) {
    const rows: { id: string; thing: string; field: string; sealed: Buffer; index: Buffer }[] = []
    for (let n = from; n < Math.min(people, from + 10_000); n++) {
      const who = selfOf(n)
      const values = [
        ...(who === n ? [['b0', 'idNumber', 'registry id-number', numberOf(n)] as const] : []),
        ...(n % 3 === 0 ? [] : [['b1', 'phone', 'registry phone', phoneOf(who)] as const]),
      ]
      for (const [prefix, field, about, value] of values) {
        const own = uuid(prefix, n)
        const sealed = secrets.seal(JSON.stringify(value), `registry.secret ${field} ${own}`)
        rows.push({ id: own, thing: uuid('a0', n), field, sealed, index: index.of(about, value) })
      }
    }
    await admin.query(
      `insert into registry.secret (id, thing_id, field, sealed, index)
       select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[], $5::bytea[])`,
      [
        rows.map(row => row.id),
        rows.map(row => row.thing),
        rows.map(row => row.field),
        rows.map(row => row.sealed),
        rows.map(row => row.index),
      ],
    )
  }
}

/** Not valid as a number, but as long and as different as one. */
const numberOf = (n: number) =>
  `370113${String(19_350_101 + (n % 80) * 10_000)}${String(n % 10_000).padStart(4, '0')}`.replace(
    /^370113/,
    () => `37${String(1000 + (Math.floor(n / 10_000) % 9000))}`,
  )
export const phoneOf = (n: number) => `13${String(100_000_000 + n)}`
