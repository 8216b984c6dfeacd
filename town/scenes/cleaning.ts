import type { Transaction } from 'kysely'
import { cleaningSettings } from '#modules/cleaning/common/index.ts'
import { addLooks, deductionSubject, type LoadedLook } from '#modules/cleaning/server/index.ts'
import type { Photo } from '#platform/files/server/develop-photo.ts'
import { addPhotos } from '#platform/files/server/photo-loader-store.ts'
import type { PhotoStorage } from '#platform/files/server/storage.ts'
import { addLimit } from '#platform/worktime/common/index.ts'
import { instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import type { Geography } from '../geography/geography.ts'
import type { PeoplePlan } from '../people/people.ts'
import { planLines } from '../places/plan-lines.ts'
import { between, randomFrom } from '../random.ts'
import type { Stage } from './stage.ts'
import { streetPicture } from './street-pictures.ts'

const day = 86_400_000
const { usual } = cleaningSettings

const found = [
  { item: 'grate', reason: '雨水口箅子上有落叶，排水不畅' },
  { item: 'bin', reason: '果皮箱满溢，周围有散落' },
  { item: 'wall-foot', reason: '墙根有烟头和纸屑' },
  { item: 'upkeep', reason: '上午保洁时段人行道有积存垃圾' },
  { item: 'true-colour', reason: '路口有油污没有清洗' },
] as const

interface Street {
  readonly geography: Geography
  readonly people: PeoplePlan
  readonly bornAt: number
  readonly now: number
  /** Where pictures lie; null where nobody will look at them. */
  readonly photos: PhotoStorage | null
}

/**
 * Weeks of road chiefs looking at sections. On the first cleaner’s sections: points that may be objected to, an objection
 * that was heard, and one that waits.
 */
export async function playCleaning(
  tx: Transaction<unknown>,
  stage: Stage,
  { geography, people, bornAt, now, photos }: Street,
): Promise<void> {
  const random = randomFrom(geography.seed * 86_028_121 + 5)
  const { lines, posts } = planLines(geography, people, bornAt)
  const sections = lines.filter(({ kind }) => kind === 'cleaning-section')
  const holderOf = new Map(people.people.flatMap(person => person.postIds.map(id => [id, person.id] as const)))
  const chiefs = people.posts.filter(post => post.role === 'road-chief' && holderOf.has(post.id))
  const chiefOf = (path: string) =>
    chiefs
      .filter(({ gridPath }) => gridPath !== null && (path === gridPath || path.startsWith(`${gridPath}.`)))
      .toSorted((a, b) => b.gridPath!.length - a.gridPath!.length)[0]
  const look = (section: (typeof sections)[number], at: number, what: (typeof found)[number] | null): LoadedLook[] => {
    const chief = chiefOf(section.gridPath)
    if (!chief) return []
    const [first = [0, 0]] = section.coordinates[0] ?? []
    const limit = addLimit(stage.clocks.calendarAt(section.gridPath), instantOf(at), usual.objectWithin)
    return [
      {
        ...{ id: stage.newId(at), section: { id: section.id, gridPath: section.gridPath }, at: instantOf(at) },
        by: { personId: holderOf.get(chief.id)!, postId: chief.id },
        found: what && {
          ...{ item: what.item, points: usual[`points-${what.item}`], reason: what.reason },
          ...{ place: { lon: first[0]!, lat: first[1]! }, objectUntil: limit.dueAt },
        },
      },
    ]
  }
  const cleaner = people.posts.find(post => post.role === 'cleaner' && holderOf.has(post.id))
  const own = new Set(posts.flatMap(one => (one.duty === 'cleaner' && one.postId === cleaner?.id ? [one.thingId] : [])))
  const others = sections.filter(({ id }) => !own.has(id))
  const usualLooks = others.flatMap(section =>
    [2, 9, 16].flatMap(days =>
      look(
        section,
        now - days * day - between(random, 0, 6) * 3_600_000,
        random() < 0.25 ? found[between(random, 0, 4)]! : null,
      ),
    ),
  )
  const [mine] = sections.filter(({ id }) => own.has(id))
  const ofMine = mine
    ? [
        look(mine, now - 5 * day, found[3]),
        look(mine, now - 3 * 3_600_000, found[1]),
        look(mine, now - 2 * 3_600_000, found[0]),
      ]
    : []
  const looks = [...usualLooks, ...ofMine.flat()]
  await addLooks(tx, looks)
  if (photos) await photograph(tx, stage, photos, looks)
  const [heard, , open] = ofMine.map(([one]) => one)
  if (!cleaner || !heard || !open) return
  const object = (one: LoadedLook, at: number, reason: string) =>
    stage.does(stage.at(cleaner.key), 'cleaning.object', at, { deductionId: one.id, at: instantOf(at), reason })
  await object(heard, now - 5 * day + 3_600_000, '早上 7 点扫过，是店铺搬货留下的纸箱，我后来也清了')
  await stage.does(stage.at('street-centre'), 'cleaning.decide', now - 4 * day, {
    ...{ deductionId: heard.id, outcome: 'reduced', points: 1 },
    reason: '情况属实，责任主要在店铺，减扣 1 分；同时请网格员提醒店铺',
  })
  await object(open, now - 3_600_000, '昨夜大风，箅子上的落叶是刚吹来的，班次内已清')
}

/** Nothing is taken off without a photo: one for each deduction, by whoever looked. */
async function photograph(
  tx: Transaction<unknown>,
  stage: Stage,
  storage: PhotoStorage,
  looks: readonly LoadedLook[],
): Promise<void> {
  const pictures = new Map<string, Photo>()
  for (const { item } of found) pictures.set(item, await streetPicture(item))
  const taken = looks.flatMap(({ id, at, by, found: deducted }) =>
    deducted
      ? [
          {
            ...{ id: stage.newId(millisecondsOf(at)), photo: pictures.get(deducted.item)!, role: 'before', at },
            ...{ subject: deductionSubject(id), by: by.personId },
          },
        ]
      : [],
  )
  await addPhotos(tx, storage, taken)
}
