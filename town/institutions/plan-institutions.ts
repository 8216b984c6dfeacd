import type { LoadedInstitution } from '#modules/institutions/server/index.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { instantOf } from '#platform/kernel/common/instant.ts'
import type { Geography } from '../geography/geography.ts'
import type { PeoplePlan, SeatedPost } from '../people/people.ts'
import { between, idMaker, randomFrom } from '../random.ts'
import { notices, rules } from './texts.ts'

const day = 86_400_000

/** The library of the made-up street: rules, covenants, one that was repealed, and a year's notices with period and area. */
export function planInstitutions(
  geography: Geography,
  people: PeoplePlan,
  { bornAt, now }: { readonly bornAt: number; readonly now: number },
): LoadedInstitution[] {
  if (geography.size === 'city') return []
  const random = randomFrom(geography.seed * 104_729 + 29)
  const make = idMaker(random)
  const newId = () => make(bornAt)
  const top = geography.grids[0]!.path
  const keeper = people.people.find(({ login }) => login === 'street-centre')?.id ?? 'town'
  const holders = holdersByRole(people)
  const year = Number(dayOf(instantOf(bornAt)).slice(0, 4))
  const dayAt = (time: number) => dayOf(instantOf(time))

  const library = rules.map((text, i): LoadedInstitution => {
    const madeAt = bornAt + i * 3 * day
    const reworded = now - between(random, 2, 20) * day
    const wording = (body: string, at: number, changeNote: string) => ({
      ...{ title: text.title, body, changeNote, from: dayAt(at), until: null },
      ...{ madeAt: instantOf(at), madeBy: keeper },
    })
    const readers = text.roles.flatMap(role => holders.get(role) ?? [])
    // What was reworded lately is still unread by some in the demo; in the test town nothing waits.
    const isNew = text.before !== undefined
    const [read, unread] = split(readers, () => !isNew || geography.size !== 'demo' || random() < 0.7)
    return {
      ...{ documentId: newId(), number: `云街制〔${year}〕${i + 1}号`, kind: text.kind, gridPath: top },
      ...{ readerRoles: text.roles, readerGrid: null, areas: [], repealed: null },
      versions: text.before
        ? [wording(text.before.body, madeAt, ''), wording(text.body, reworded, text.before.changeNote)]
        : [wording(text.body, madeAt, '')],
      readBy: read.map(reader => ({ ...reader, at: instantOf(isNew ? reworded + day / 4 : madeAt + day) })),
      waitsFor: unread.map(({ personId }) => personId),
    }
  })
  const repealed: LoadedInstitution = {
    ...{ documentId: newId(), number: `云街制〔${year}〕${rules.length + 1}号`, kind: 'procedure', gridPath: top },
    ...{ readerRoles: [], readerGrid: null, areas: [], readBy: [], waitsFor: [] },
    versions: [
      {
        ...{ title: '网格员签到打卡办法', body: '每天早晚在网格内各打卡一次，里程不少于五公里。' },
        ...{ changeNote: '', from: dayAt(bornAt), until: null, madeAt: instantOf(bornAt), madeBy: keeper },
      },
    ],
    repealed: {
      from: dayAt(now - 120 * day),
      reason: '打卡和里程看不出问题解决没有，改看案卷是否按时办结',
      replacedBy: library.find(({ versions }) => versions[0]!.title === '网格员行为规范')?.documentId ?? null,
    },
  }
  const smalls = geography.grids.filter(({ level }) => level === 3)
  const announced = notices.map(({ title, says }, i): LoadedInstitution => {
    // Spread over the year, some over, some running, the last to come.
    const from = now - 330 * day + Math.floor((i * 350 * day) / notices.length)
    const until = from + between(random, 3, 45) * day
    const isEverywhere = i % 3 === 0
    const areas = isEverywhere ? [] : smalls.filter((_, at) => (at + i) % 11 === 0).map(({ path }) => path)
    return {
      ...{ documentId: newId(), number: `云街通〔${year + 1}〕${i + 1}号`, kind: 'notice', gridPath: top },
      ...{ readerRoles: [], readerGrid: null, areas, repealed: null, readBy: [], waitsFor: [] },
      versions: [
        {
          ...{ title: `关于${title}的通告`, changeNote: '', from: dayAt(from), until: dayAt(until), madeBy: keeper },
          body: `${says}\n\n值班电话见区划图，有疑问请找所在社区。`,
          madeAt: instantOf(from - 3 * day),
        },
      ],
    }
  })
  return [...library, repealed, ...announced]
}

/** Who holds a post of each role, each person once per role. */
function holdersByRole({ people, posts }: PeoplePlan): ReadonlyMap<string, { personId: string; postId: string }[]> {
  const byId = new Map(posts.map(post => [post.id, post]))
  const held = people.flatMap(person =>
    person.postIds.flatMap((postId): { post: SeatedPost; personId: string }[] => {
      const post = byId.get(postId)
      return post ? [{ post, personId: person.id }] : []
    }),
  )
  const byRole = new Map<string, { personId: string; postId: string }[]>()
  for (const { post, personId } of held) {
    const list = byRole.get(post.role) ?? []
    byRole.set(post.role, list)
    if (!list.some(one => one.personId === personId)) list.push({ personId, postId: post.id })
  }
  return byRole
}

/** Those that pass and those that do not; a person who has two of the roles counts once. */
function split<T extends { readonly personId: string }>(all: readonly T[], passes: (one: T) => boolean): [T[], T[]] {
  const once = [...new Map(all.map(one => [one.personId, one])).values()]
  const yes: T[] = []
  const no: T[] = []
  for (const one of once) (passes(one) ? yes : no).push(one)
  return [yes, no]
}
