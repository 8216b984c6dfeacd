import { registryModule } from '#modules/registry/module.ts'
import { soundsOf } from '#modules/registry/server/index.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import { runCommand, runQuery } from '#platform/commands/server/run-command.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { pick, randomFrom } from '#town/random.ts'
import { describeMachine, percentile } from './machine.ts'
import { benchAround } from './people-around.ts'
import { names, openPeopleSet, people, phoneOf, streets } from './people-set.ts'
import { processorTime } from './processor-time.ts'

// Second part of `npm run bench:people`: the one box over two million people, their homes and households and the shops of
// a city, by people who see a grid, a community, a street, a district or everything. Times depend on what else the machine
// does, so the processor time of the database and of the program stands beside them.
const times = Number(process.env['TIMES'] ?? 200)
const now = '2026-09-15T02:00:00.000Z'
const set = await openPeopleSet()
const registry = registryModule(benchAround(() => set.db))
const random = randomFrom(7)

const seer = (...at: string[]): Actor => ({
  ...{ personId: 'bench', postId: null, unitId: null },
  grants: at.flatMap(path =>
    ['read', 'read-places'].map(word => ({
      permission: `registry.${word}`,
      within: { kind: 'subtree' as const, path },
    })),
  ),
})
const who = {
  ...{ grid: seer('1.2.3.4.5'), community: seer('1.2.3.4'), street: seer('1.2.3'), district: seer('1.2') },
  ...{ everything: seer('1'), 'grid, sees the district': seer('1.2', '1.2.3.4.5') },
}

async function find(actor: Actor, text: string): Promise<number> {
  const query = registry.queries.find(({ endpoint }) => endpoint.name === 'registry.find')!
  const found = (await runQuery(set.db, query, { actor, everyPost: [actor], now, input: { text } } as never)) as {
    rows: object[]
  }
  return found.rows.length
}

async function measure(name: string, once: () => Promise<unknown>): Promise<void> {
  for (let warm = 0; warm < 20; warm++) await once()
  const samples: number[] = []
  const before = await processorTime(process.pid, set.folder)
  for (let time = 0; time < times; time++) {
    const from = performance.now()
    await once()
    samples.push(performance.now() - from)
  }
  const after = await processorTime(process.pid, set.folder)
  const sorted = samples.toSorted((a, b) => a - b)
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map(share => percentile(sorted, share).toFixed(1).padStart(6))
  const cost = ((after.database - before.database + after.client - before.client) / times).toFixed(1)
  console.log(`${name.padEnd(52)} p50 ${p50} p95 ${p95} p99 ${p99} ms, processor ${cost.padStart(5)} ms`)
}

const letters = (text: string) => soundsOf(text).replaceAll(' ', '')
const initials = (text: string) =>
  soundsOf(text)
    .split(' ')
    .map(sound => sound.slice(0, 1))
    .join('')
const questions: Readonly<Record<string, () => string>> = {
  'a whole name': () => pick(random, names),
  'the commonest name': () => '张伟',
  'two characters of a name': () => pick(random, names).slice(0, 2),
  'a surname': () => pick(random, names).slice(0, 1),
  initials: () => initials(pick(random, names)),
  'two initials': () => initials(pick(random, names)).slice(0, 2),
  'one initial': () => initials(pick(random, names)).slice(0, 1),
  'full pinyin': () => letters(pick(random, names)),
  'the beginning of pinyin': () => letters(pick(random, names)).slice(0, 4),
  'a street and number': () => `${pick(random, streets)}${1 + Math.floor(random() * 99)}号`,
  'a street, a number begun': () => `${pick(random, streets)}${1 + Math.floor(random() * 9)}`,
  'a whole address': () =>
    `${pick(random, streets)}${1 + Math.floor(random() * 99)}号${1 + Math.floor(random() * 9)}号楼2单元${1 + Math.floor(random() * 18)}01`,
  'a room alone': () => `${1 + Math.floor(random() * 18)}02室`,
  'a shop': () => `${pick(random, names).slice(1)}餐馆`,
  'nothing of the kind': () => '龘龘龘',
}

try {
  console.log(`${describeMachine()}\n${people} people and their homes and households, 20000 organisations`)
  for (const [place, actor] of Object.entries(who)) {
    for (const [what, ask] of Object.entries(questions)) await measure(`${place}: ${what}`, () => find(actor, ask()))
  }
  const byNumber = registry.commands.find(({ endpoint }) => endpoint.name === 'registry.find-by-number')!
  await measure('a telephone, on record', () =>
    runCommand(set.db, async () => {}, byNumber, {
      ...{ actor: who.everything, now, requestId: newId() },
      input: { number: phoneOf(Math.floor(random() * people)), scheme: 'phone' },
    }),
  )
  console.log(describeMachine())
} finally {
  await set.close()
}
