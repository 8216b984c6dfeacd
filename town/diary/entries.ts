import type { EntryKind, EntryWay } from '#modules/diary/common/index.ts'
import type { LoadedEntry } from '#modules/diary/server/index.ts'
import { type Instant, instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import type { Geography } from '../geography/geography.ts'
import { lineageOf } from '../geography/tree.ts'
import type { PeoplePlan } from '../people/people.ts'
import { between, idMaker, pick, randomFrom } from '../random.ts'

const minute = 60_000
const day = 24 * 60 * minute

interface Talk {
  readonly kind: EntryKind
  readonly way: EntryWay
  readonly text: string
  readonly answer: string
}

const talks: readonly Talk[] = [
  {
    ...{ kind: 'need', way: 'visit', text: '独居老人腿脚不便，想在楼道装扶手。' },
    answer: '已和民政干事说好，周三上门量尺寸。',
  },
  {
    ...{ kind: 'complaint', way: 'talk', text: '楼下棋牌室夜里声音大，几户人睡不好。' },
    answer: '已找店主谈过，答应十点以后关窗停业，这几天再看看。',
  },
  {
    ...{ kind: 'suggestion', way: 'talk', text: '建议在小区东门加一处非机动车停车棚。' },
    answer: '已报居委会，下次议事会讨论。',
  },
  {
    ...{ kind: 'conflict', way: 'visit', text: '上下两家因卫生间漏水争执，请人评理。' },
    answer: '已约两家明天下午在居委会调解。',
  },
  {
    ...{ kind: 'news', way: 'visit', text: '三单元新搬来一家四口，孩子要上小学。' },
    answer: '已告知居住登记和入学办理地点。',
  },
  {
    ...{ kind: 'need', way: 'phone', text: '残疾人想申请辅助器具，不会在手机上填表。' },
    answer: '已约好明天带到便民窗口办理。',
  },
  {
    ...{ kind: 'complaint', way: 'talk', text: '快递车总停在消防通道上。' },
    answer: '已请物业画线，并提醒快递点。',
  },
]

/** How long ago each was written, in minutes, and whether it was answered: the last ones wait for their answer of today. */
const told = [
  { ago: 6 * day, isAnswered: true },
  { ago: 5 * day, isAnswered: true },
  { ago: 3 * day, isAnswered: true },
  { ago: 2 * day, isAnswered: true },
  { ago: day, isAnswered: false },
  { ago: 40 * minute, isAnswered: true },
  { ago: 25 * minute, isAnswered: false },
  { ago: 12 * minute, isAnswered: false },
] as const

/** What the workers of the first alleys wrote in the last days. Deterministic. */
export function diaryEntries(geography: Geography, people: PeoplePlan, now: Instant): LoadedEntry[] {
  const random = randomFrom(geography.seed * 32_452_843 + 5)
  const newId = idMaker(random)
  const unitOf = new Map(people.units.map(unit => [unit.key, unit.id]))
  const workers = people.posts
    .filter(post => post.duty === 'worker' && !post.vacant && post.gridPath !== null)
    .slice(0, 4)
    .flatMap(post => {
      const holder = people.people.find(person => person.postIds.includes(post.id))
      return holder && post.gridPath ? [{ post, holder, gridPath: post.gridPath }] : []
    })
  return workers.flatMap(({ post, holder, gridPath }, w) =>
    told.map(({ ago, isAnswered }, i) => {
      const { answer, ...talk } = talks[(i + w * 3) % talks.length]!
      const at = millisecondsOf(now) - ago - w * 3 * minute
      const by = { byId: holder.id, postId: post.id, outcome: i === 1 ? ('watched' as const) : ('answered' as const) }
      return {
        ...{ entryId: newId(at), writtenAt: instantOf(at), writerId: holder.id, postId: post.id },
        ...{ unitId: unitOf.get(post.unit) ?? '', ...talk, gridPath, address: null },
        person: `${pick(random, people.people).name}，${between(random, 1, 12)}号楼`,
        gridNames: lineageOf(geography, gridPath).map(grid => grid.name),
        ...(isAnswered ? { feedback: { ...by, at: instantOf(at + 5 * minute), text: answer } } : {}),
      }
    }),
  )
}
