import type { AssignmentRow, BodyRow, MemberRow } from '#modules/posts/server/index.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { instantOf } from '#platform/kernel/common/instant.ts'
import type { Geography } from '../geography/geography.ts'
import type { PeoplePlan } from '../people/people.ts'
import { between, idMaker, pick, randomFrom } from '../random.ts'

export interface RostersPlan {
  readonly bodies: readonly BodyRow[]
  readonly members: readonly MemberRow[]
  readonly assignments: readonly AssignmentRow[]
  readonly substitutions: readonly {
    readonly id: string
    readonly postId: string
    readonly personId: string
    readonly fromAt: string
    readonly untilAt: string
    readonly reason: string
    readonly arrangedBy: string
  }[]
}

type Roled = readonly [name: string, postId: string | null, role: MemberRow['role']]

const day = 86_400_000

/** Committees and teams of the street and its communities, and who answers for which area, group and household. */
export function planRosters(
  geography: Geography,
  people: PeoplePlan,
  { bornAt, now }: { readonly bornAt: number; readonly now: number },
): RostersPlan {
  if (geography.size === 'city') return { bodies: [], members: [], assignments: [], substitutions: [] }
  const random = randomFrom(geography.seed * 104_729 + 31)
  const make = idMaker(random)
  const from = dayOf(instantOf(bornAt))
  const holderOf = new Map(people.people.flatMap(person => person.postIds.map(postId => [postId, person] as const)))
  const held = people.posts.flatMap(post => {
    const holder = holderOf.get(post.id)
    return holder ? [{ post, holder }] : []
  })
  const bodies: BodyRow[] = []
  const members: MemberRow[] = []
  const add = (kind: BodyRow['kind'], name: string, gridPath: string, duties: string, roster: readonly Roled[]) => {
    const id = make(bornAt)
    bodies.push({ id, kind, name, grid_path: gridPath, duties, valid_from: from, valid_to: null })
    const isOver = random() < 0.08
    for (const [memberName, postId, role] of roster) {
      members.push({
        ...{ id: make(bornAt), body_id: id, name: memberName, post_id: postId, role, left_on: null },
        ...{ term_from: from, term_until: dayOf(instantOf(isOver ? now - 30 * day : bornAt + 3 * 365 * day)) },
      })
    }
  }
  const rosterOf = (wanted: typeof held, most: number): Roled[] =>
    wanted
      .slice(0, most)
      .map(({ post, holder }, i) => [holder.name, post.id, i === 0 ? 'head' : i === 1 ? 'deputy' : 'member'])

  const top = geography.grids[0]!
  const leads = held.filter(({ post }) => post.duty === 'lead')
  add(
    'leading-group',
    `${top.name}依法治街领导小组`,
    top.path,
    '定年度计划，协调各部门，半年检查一次。',
    rosterOf(leads, 7),
  )
  add('stability-team', `${top.name}维稳队伍`, top.path, '排查矛盾，重要日子值守。', rosterOf(leads.slice(3), 6))
  add(
    'emergency-team',
    `${top.name}应急队伍`,
    top.path,
    '接到通知半小时内集合，先救人，再报情况。',
    rosterOf(
      held.filter(({ post }) => post.role === 'department-handler'),
      12,
    ),
  )
  add(
    'committee',
    `${top.name}城市管理委员会`,
    top.path,
    '成员单位每月会商，跨部门的事在会上定谁牵头。',
    rosterOf(
      held.filter(({ post }) => post.key.endsWith(' 1') && post.role === 'department-handler'),
      10,
    ),
  )
  const assignments: AssignmentRow[] = []
  for (const small of geography.grids.filter(({ kind }) => kind === 'community' || kind === 'village')) {
    const own = held.filter(({ post }) => post.gridPath === small.path || post.gridPath?.startsWith(`${small.path}.`))
    const deputies = own.filter(({ post }) => post.duty === 'deputy')
    const workers = own.filter(({ post }) => post.duty === 'worker')
    const heads = own.filter(({ post }) => post.duty === 'building-head')
    add(
      'mediation-committee',
      `${small.name}人民调解委员会`,
      small.path,
      '邻里、物业、家庭纠纷，先听双方，再找办法。',
      rosterOf([...deputies, ...workers], 5),
    )
    add(
      'patrol',
      `${small.name}巡逻队`,
      small.path,
      '晚上七点到九点在楼院走一圈。',
      rosterOf([...workers, ...heads], 6),
    )
    const cadre = deputies[0]?.post.id
    const houses = geography.buildings.filter(
      ({ gridPath, households }) => households > 0 && gridPath.startsWith(`${small.path}.`),
    )
    if (!cadre || houses.length === 0) continue
    const assign = (kind: AssignmentRow['kind'], target: string) => {
      assignments.push({
        ...{ id: make(bornAt), post_id: cadre, kind, grid_path: small.path, target, valid_from: from, valid_to: null },
      })
    }
    assign('area', `${small.name}全片`)
    for (let i = 1; i <= 2; i++) assign('group', `第${i}居民小组`)
    for (let i = 0; i < 2; i++) {
      const house = pick(random, houses)
      assign('household', `${house.address}1单元${between(random, 1, house.floors)}0${between(random, 1, 2)}`)
    }
  }
  return { bodies, members, assignments, substitutions: substitutionsOf() }

  /** In the demo some stand in now; the test town has none, so that everybody has their own posts only. */
  function substitutionsOf(): RostersPlan['substitutions'] {
    if (geography.size !== 'demo') return []
    const vacant = people.posts.filter(post => post.duty === 'worker' && !holderOf.has(post.id)).slice(0, 3)
    const arrangedBy = people.people.find(({ login }) => login === 'street-centre')!.id
    return vacant.flatMap(post => {
      const small = post.gridPath!.split('.').slice(0, 3).join('.')
      const neighbour = held.find(({ post: one }) => one.duty === 'worker' && one.gridPath?.startsWith(`${small}.`))
      if (!neighbour) return []
      return [
        {
          ...{ id: make(bornAt), postId: post.id, personId: neighbour.holder.id, arrangedBy },
          ...{
            fromAt: instantOf(now - 10 * day),
            untilAt: instantOf(now + 50 * day),
            reason: '岗位空缺，招聘期间顶岗',
          },
        },
      ]
    })
  }
}
