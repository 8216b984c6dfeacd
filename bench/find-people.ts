import { registryModule } from '#modules/registry/module.ts'
import { soundsOf } from '#modules/registry/server/index.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import { runCommand, runQuery } from '#platform/commands/server/run-command.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { pick, randomFrom } from '#town/random.ts'
import { measure } from './measure.ts'
import { benchAround } from './people-around.ts'
import { names, type PeopleSet, people, phoneOf, streets } from './people-set.ts'

const now = '2026-09-15T02:00:00.000Z'
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

/** The one box, by people who see a grid, a community, a street, a district or everything. `FIND=<pattern>` for some of it. */
export async function benchFind(set: PeopleSet): Promise<void> {
  const registry = registryModule(benchAround(() => set.db))
  const query = registry.queries.find(({ endpoint }) => endpoint.name === 'registry.find')!
  const find = (actor: Actor, text: string) =>
    runQuery(set.db, query, { actor, everyPost: [actor], now, input: { text, limit: 20 } } as never)
  const some = new RegExp(process.env['FIND'] ?? '')
  for (const [place, actor] of Object.entries(who)) {
    for (const [what, ask] of Object.entries(questions).filter(([what]) => some.test(`${place}: ${what}`))) {
      await measure(set, `${place}: ${what}`, () => find(actor, ask()))
    }
  }
  const byNumber = registry.commands.find(({ endpoint }) => endpoint.name === 'registry.find-by-number')!
  await measure(set, 'a telephone, on record', () =>
    runCommand(set.db, async () => {}, byNumber, {
      ...{ actor: who.everything, now, requestId: newId() },
      input: { number: phoneOf(Math.floor(random() * people)), scheme: 'phone' },
    }),
  )
}
