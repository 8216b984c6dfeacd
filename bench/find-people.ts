import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrationFolders } from '#apps/server/migration-folders.ts'
import { registryModule } from '#modules/registry/module.ts'
import { initialsOf } from '#modules/registry/server/index.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import { runCommand, runQuery } from '#platform/commands/server/run-command.ts'
import { migrate, readMigrations } from '#platform/db/server/migrator.ts'
import { openDatabase } from '#platform/db/server/open-database.ts'
import { connect } from '#platform/db/server/unit-of-work.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { wordsToKeep } from '#platform/search/common/bigrams.ts'
import { pick, randomFrom } from '#town/random.ts'
import { describeMachine, summary } from './machine.ts'
import { benchAround } from './people-around.ts'

// Second half of `npm run bench:people`: the one box over two million people, half a million homes and the shops of
// a city, by people who see a community, a street or everything.
const people = Number(process.env.PEOPLE ?? 2_000_000)
const times = Number(process.env.TIMES ?? 300)
const now = '2026-09-15T02:00:00.000Z'
const folder = await mkdtemp(join(tmpdir(), 'wangge-find-'))
const database = await openDatabase({ dataDirectory: folder })
const owner = new pg.Client({ connectionString: database.migratorUrl })
const db = connect(database.appUrl, { connections: 4 })
const around = benchAround(() => db)
const registry = registryModule(around)
const random = randomFrom(5)

const surnames = [...'王王王李李李张张张刘刘陈陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕']
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂华林建文辉志国永海春雨晓玉金秀思子浩宇佳嘉梓欣俊德世兴红英宁峰轩怡涵萱婷琳悦然凯博远达成',
]
const makeName = () => pick(random, surnames) + pick(random, given) + (random() < 0.75 ? pick(random, given) : '')
const names = [...new Set(Array.from({ length: 60_000 }, makeName))]
const streets = Array.from(
  { length: 400 },
  () => `${pick(random, given)}${pick(random, given)}${pick(random, [...'路街巷'])}`,
)
const wordsOf = (text: string) => wordsToKeep(`${text}\n${initialsOf(text)}`)

/** 2 streets, 50 communities in each, 20 alleys in each. */
const path = (n: string) => `'1.' || (1 + ${n} % 2) || '.' || (1 + ${n} / 2 % 50) || '.' || (1 + ${n} / 100 % 20)`
const columns = 'id, kind, title, grid_path, fields, born_on, sex, words, serial, created_at, changed_at'

async function fill(): Promise<void> {
  await owner.query('drop index registry.thing_words')
  await owner.query('create temp table made (at int, title text, words tsvector)')
  const load = async (titles: readonly string[]) => {
    await owner.query('truncate made')
    for (let from = 0; from < titles.length; from += 10_000) {
      const some = titles.slice(from, from + 10_000).map((title, i) => ({ at: from + i, title, words: wordsOf(title) }))
      await owner.query(
        `insert into made select at, title, array_to_tsvector(array(select jsonb_array_elements_text(words)))
         from jsonb_to_recordset($1::jsonb) as row (at int, title text, words jsonb)`,
        [JSON.stringify(some)],
      )
    }
    await owner.query('create index if not exists made_at on made (at); analyze made')
  }
  await load(names)
  // Common names come often: the square of a random number picks them.
  await owner.query(
    `insert into registry.thing (${columns})
     select gen_random_uuid(), 'person', title, ${path('n')}, jsonb_build_object('name', title, 'population', 'registered'),
       date '1940-01-01' + n % 30000, (1 + n % 2)::text, words, 1, '${now}', '${now}'
     from (select n, (power(random(), 2) * ${names.length - 1})::int as pick from generate_series(1, ${people}) n) one
     join made on made.at = one.pick`,
  )
  const homes = Array.from(
    { length: Math.floor(people / 4) },
    (_, at) =>
      `${streets[at % 400]}${1 + (Math.floor(at / 400) % 99)}号${1 + (at % 9)}号楼${1 + (at % 4)}单元${1 + (at % 18)}0${1 + (at % 4)}室`,
  )
  for (let from = 0; from < homes.length; from += 100_000) {
    await load(homes.slice(from, from + 100_000))
    await owner.query(
      `insert into registry.thing (${columns})
       select gen_random_uuid(), 'housing', title, ${path('at')}, jsonb_build_object('address', title, 'use', 'own'),
         null, null, words, 1, '${now}', '${now}' from made`,
    )
  }
  await load(
    Array.from(
      { length: 20_000 },
      (_, at) => `${pick(random, given)}${pick(random, given)}${['便利店', '餐馆', '超市', '药房'][at % 4]}`,
    ),
  )
  await owner.query(
    `insert into registry.thing (${columns})
     select gen_random_uuid(), 'organisation', title, ${path('at')}, jsonb_build_object('name', title), null, null, words, 1,
       '${now}', '${now}' from made`,
  )
  await owner.query('create index thing_words on registry.thing using gin (words)')
}

/** One number for every hundredth person, found again by its index. */
async function addNumbers(): Promise<readonly string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `select id from registry.thing where kind = 'person' order by id limit ${Math.floor(people / 100)}`,
  )
  const numbered = rows.map(({ id }, at) => ({ id, number: `13${String(100_000_000 + at)}` }))
  for (let from = 0; from < numbered.length; from += 5000) {
    const some = numbered.slice(from, from + 5000).map(({ id, number }) => ({
      ...{ id: newId(), thing: id, index: around.index.of('registry phone', number).toString('hex') },
    }))
    await owner.query(
      `insert into registry.secret (id, thing_id, field, sealed, index)
       select id, thing, 'phone', '', decode(index, 'hex')
       from jsonb_to_recordset($1::jsonb) as row (id uuid, thing uuid, index text)`,
      [JSON.stringify(some)],
    )
  }
  return numbered.map(({ number }) => number)
}

const seer = (at: string): Actor => ({
  ...{ personId: 'bench', postId: null, unitId: null },
  grants: ['read', 'read-places'].map(word => ({
    permission: `registry.${word}`,
    within: { kind: 'subtree', path: at },
  })),
})
const who = { community: seer('1.2.3'), street: seer('1.2'), everything: seer('1') }

async function find(actor: Actor, text: string): Promise<number> {
  const query = registry.queries.find(({ endpoint }) => endpoint.name === 'registry.find')!
  const found = (await runQuery(db, query, { actor, everyPost: [actor], now, input: { text } } as never)) as {
    rows: object[]
  }
  return found.rows.length
}

async function measure(name: string, once: () => Promise<unknown>): Promise<void> {
  for (let warm = 0; warm < 20; warm++) await once()
  const samples: number[] = []
  const started = performance.now()
  for (let time = 0; time < times; time++) {
    const from = performance.now()
    await once()
    samples.push(performance.now() - from)
  }
  console.log(summary(name, samples, (performance.now() - started) / 1000))
}

try {
  await owner.connect()
  await migrate(database.migratorUrl, await readMigrations(migrationFolders))
  await fill()
  const numbers = await addNumbers()
  await owner.query('vacuum analyze registry.thing; ')
  await owner.query('analyze registry.secret')
  console.log(`${describeMachine()}\n${people} people, ${Math.floor(people / 4)} homes, 20000 organisations`)
  const questions = {
    'a whole name': () => pick(random, names),
    'two characters of a name': () => pick(random, names).slice(0, 2),
    'a surname': () => pick(random, surnames),
    initials: () => initialsOf(pick(random, names)),
    'two initials': () => initialsOf(pick(random, names)).slice(0, 2),
    'a street and number': () => `${pick(random, streets)}${1 + Math.floor(random() * 99)}号`,
    'a shop': () => `${pick(random, given)}${pick(random, given)}餐馆`,
    'nothing of the kind': () => '龘龘龘',
  }
  for (const [place, actor] of Object.entries(who)) {
    for (const [what, ask] of Object.entries(questions)) await measure(`${place}: ${what}`, () => find(actor, ask()))
  }
  const byNumber = registry.commands.find(({ endpoint }) => endpoint.name === 'registry.find-by-number')!
  await measure('a telephone, on record', () =>
    runCommand(db, async () => {}, byNumber, {
      ...{ actor: who.everything, now, requestId: newId(), input: { number: pick(random, numbers), scheme: 'phone' } },
    }),
  )
  console.log(describeMachine())
} finally {
  await owner.end()
  await db.close()
  await database.stop()
  await rm(folder, { recursive: true, force: true })
}
