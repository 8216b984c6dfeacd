import {
  paperNumber,
  type PlannedMilestone,
  type ProgrammeEvent,
  type TaskEvent,
} from '#modules/campaigns/common/index.ts'
import type { LoadedProgramme } from '#modules/campaigns/server/index.ts'
import { dayBegins, dayOf } from '#platform/kernel/common/day-of.ts'
import { type Instant, instantOf, millisecondsOf, yearOf } from '#platform/kernel/common/instant.ts'
import type { Geography } from '../geography/geography.ts'
import type { PeoplePlan } from '../people/people.ts'
import { between, idMaker, randomFrom } from '../random.ts'
import { CampaignCast, type Seat } from './cast.ts'

/** Mission E3: 600 days, 3 projects, 30 tasks. */
export const programmeDays = 600
/** How many of its days have gone by in the town. */
const gone = 390
const day = 86_400_000

interface TaskPlan {
  readonly title: string
  /** The post that answers for it, by the beginning of its key. */
  readonly owner: string
  /** First and last day of the programme in which it is done. */
  readonly days: readonly [number, number]
  /** `late`: the latest milestone that should be there is not; `slipped`: one was moved, with this reason. */
  readonly late?: true
  readonly slipped?: string
}

const projects: readonly { readonly title: string; readonly owner: string; readonly tasks: readonly TaskPlan[] }[] = [
  {
    title: '市容环境提升工程',
    owner: 'street-centre',
    tasks: [
      { title: '主干道沿街立面刷新', owner: 'handler construction 1', days: [1, 240] },
      { title: '背街小巷环境整治', owner: 'street-centre', days: [20, 420], late: true },
      { title: '裸露土地增绿', owner: 'handler greening 1', days: [60, 460] },
      { title: '行道树补植', owner: 'handler greening 2', days: [90, 330], slipped: '避开高温期，秋季再栽。' },
      { title: '公共厕所改造', owner: 'handler sanitation 1', days: [40, 300] },
      { title: '垃圾收集点规范', owner: 'handler sanitation 2', days: [30, 260] },
      { title: '户外广告和店招清理', owner: 'handler enforcement 1', days: [10, 350] },
      { title: '建筑工地围挡整治', owner: 'handler construction 2', days: [80, 380], late: true },
      { title: '河道岸线清理', owner: 'lead 1.2', days: [150, 500] },
      { title: '夜景照明修复', owner: 'handler power 1', days: [200, 540] },
    ],
  },
  {
    title: '交通保障工程',
    owner: 'handler traffic 1',
    tasks: [
      { title: '引导区、缓冲区、管控区方案', owner: 'handler traffic 1', days: [1, 120] },
      { title: '破损路面修补', owner: 'handler municipal 1', days: [30, 360] },
      {
        title: '人行道平整和无障碍坡道',
        owner: 'handler municipal 2',
        days: [60, 420],
        slipped: '与管线施工合并，减少开挖。',
      },
      { title: '公交站点环境提升', owner: 'handler municipal 3', days: [90, 300] },
      { title: '非机动车停放区施划', owner: 'handler traffic 2', days: [120, 280] },
      { title: '交通标志标线更新', owner: 'handler traffic 3', days: [150, 400], late: true },
      { title: '停车泊位错时共享', owner: 'lead 1.1', days: [200, 480] },
      { title: '大人流疏散路线演练', owner: 'handler police 1', days: [260, 560] },
      { title: '桥梁和地下通道检查', owner: 'handler municipal 1', days: [50, 220] },
      { title: '出行信息发布', owner: 'street-centre', days: [300, 580] },
    ],
  },
  {
    title: '平安有序工程',
    owner: 'handler police 1',
    tasks: [
      { title: '实有人口、实有房屋核对', owner: 'handler police 1', days: [1, 300] },
      { title: '消防通道清障', owner: 'handler enforcement 2', days: [20, 200] },
      { title: '燃气安全入户检查', owner: 'handler gas 1', days: [60, 360] },
      { title: '老旧小区用电改造', owner: 'handler power 2', days: [100, 430], slipped: '增加两个小区，工期顺延。' },
      { title: '食品经营单位巡查', owner: 'handler market 1', days: [80, 520] },
      { title: '矛盾纠纷排查化解', owner: 'lead 1.3', days: [30, 590] },
      { title: '志愿服务队伍组建', owner: 'lead 1.4', days: [120, 330] },
      { title: '突发事件处置演练', owner: 'street-centre', days: [240, 560] },
      { title: '窨井盖排查更换', owner: 'handler municipal 2', days: [40, 250] },
      { title: '重点场所值守安排', owner: 'handler police 2', days: [420, 600] },
    ],
  },
]

/** The street's programme. Deterministic, on a random stream of its own. */
export function townProgrammes(geography: Geography, people: PeoplePlan, now: Instant): LoadedProgramme[] {
  const random = randomFrom(geography.seed * 86_028_121 + 13)
  const newId = idMaker(random)
  const cast = new CampaignCast(people)
  const begin = millisecondsOf(dayBegins(dayOf(instantOf(millisecondsOf(now) - (gone - 1) * day))))
  const dayNumber = (n: number) => dayOf(instantOf(begin + (n - 1) * day + day / 2))
  const setUpAt = begin + 9 * 3_600_000
  const lead = cast.seat('street-centre')
  const top = geography.grids.find(grid => grid.path === '1') ?? geography.grids[0]!
  const programmeId = newId(setUpAt)
  const by = ({ personId, postId }: Seat, at: number) => ({ at: instantOf(at), by: personId, inPost: postId })
  const owned = ({ postId, title }: Seat) => ({ ownerPostId: postId, ownerTitle: title })
  const history: ProgrammeEvent[] = [
    {
      ...{ type: 'programme.set-up', ...by(lead, setUpAt), id: programmeId, ...owned(lead) },
      number: paperNumber('programme', yearOf(instantOf(setUpAt)), 1),
      ...{ title: '迎大会六百天行动计划', gridPath: top.path, gridName: top.name },
      purpose: '用六百天提升市容、保障交通、维护秩序，三项工程三十项任务，逐项定人、定期、定节点。',
      ...{ from: dayNumber(1), until: dayNumber(programmeDays) },
    },
  ]
  const tasks = projects.flatMap(({ title, owner, tasks: plans }) => {
    const project = { id: newId(setUpAt), title, ...owned(cast.seat(owner)) }
    history.push({ type: 'programme.project-added', ...by(lead, setUpAt), project })
    return plans.map(plan => {
      const seat = cast.seat(plan.owner)
      const milestones = milestonesOf(plan, newId, setUpAt, dayNumber)
      const events: TaskEvent[] = [
        {
          ...{ type: 'task.planned', ...by(lead, setUpAt), id: newId(setUpAt), programmeId, projectId: project.id },
          ...{ title: plan.title, gridPath: top.path, ...owned(seat), milestones },
        },
      ]
      const past = milestones.filter(one => one.plannedOn < dayNumber(gone))
      for (const [at, milestone] of past.entries()) {
        const isLast = at === past.length - 1
        if (isLast && plan.late) continue
        const planned = millisecondsOf(dayBegins(milestone.plannedOn)) + 10 * 3_600_000
        const { id } = milestone
        if (isLast && plan.slipped) {
          const to = dayNumber(gone + 30)
          events.push({ type: 'task.milestone-moved', ...by(seat, planned - 3 * day), id, to, reason: plan.slipped })
          continue
        }
        const reached = Math.min(planned + between(random, -6, 2) * day, millisecondsOf(now) - 3_600_000)
        const on = dayOf(instantOf(reached))
        events.push({ type: 'task.milestone-reached', ...by(seat, reached), id, on, reason: '' })
      }
      return events
    })
  })
  return [{ history, tasks }]
}

const steps = ['方案确定', '开工', '完成过半', '完工验收'] as const

function milestonesOf(
  { days: [first, last] }: TaskPlan,
  newId: (at: number) => string,
  at: number,
  dayNumber: (n: number) => string,
): PlannedMilestone[] {
  const shares = [0.12, 0.3, 0.65, 1]
  return steps.map((title, i) => ({
    ...{ id: newId(at), title },
    plannedOn: dayNumber(Math.round(first + (last - first) * shares[i]!)),
  }))
}
