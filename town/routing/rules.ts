import type { ClassKind } from '#modules/catalogue/common/index.ts'
import type { LoadedRule } from '#modules/routing/server/index.ts'
import type { Geography } from '../geography/geography.ts'
import type { PeoplePlan } from '../people/people.ts'
import { streetsOf } from '../people/units.ts'
import { idMaker, randomFrom } from '../random.ts'

type Terms = Partial<Pick<LoadedRule, 'weekdays' | 'hours'>> & {
  /** Only in the first community; everything else holds in the whole street. */
  readonly inCommunity?: true
  /** From the first of this month to the last of that one, in the town's year. */
  readonly months?: readonly [number, number]
}

const night = { from: 22 * 60, until: 6 * 60 }
const weekend = [6, 7]

/** Whose business is whose: the demo's own cut, as in `people/units.ts`; no real street's division of duties. */
const duties: readonly (readonly [unit: string, kind: ClassKind, start: string, reason: string, terms?: Terms])[] = [
  ['municipal', 'component', '01', '市政公用设施日常养护'],
  ['traffic', 'component', '02', '道路交通设施养护'],
  ['sanitation', 'component', '03', '市容环境设施养护'],
  ['greening', 'component', '04', '园林绿化设施养护'],
  ['police', 'component', '05', '公共安全设施养护'],
  ['water', 'component', '01001', '供水井盖由产权单位负责'],
  ['power', 'component', '01005', '电力井盖由产权单位负责'],
  ['telecom', 'component', '01007', '通信井盖由产权单位负责'],
  ['gas', 'component', '01011', '燃气井盖由产权单位负责'],
  ['enforcement', 'event', '06', '市容环境类问题，未另行规定的'],
  ['sanitation', 'event', '06010', '暴露垃圾由环卫清运'],
  ['municipal', 'event', '06013', '道路破损由养护单位修复'],
  ['greening', 'event', '06017', '绿地脏乱由园林处置'],
  ['enforcement', 'event', '07', '宣传广告类问题'],
  ['construction', 'event', '08', '施工管理类问题'],
  ['enforcement', 'event', '09', '街面秩序类问题，未另行规定的'],
  ['traffic', 'event', '09009', '机动车停放由交警处置'],
  ['police', 'event', '09003', '流浪乞讨先由派出所到场'],
  ['market', 'event', '09015', '无证餐饮由市场监管处置'],
  ['traffic', 'event', '06016', '交通标线由交警施划'],
  ['sanitation', 'event', '06042', '垃圾箱满溢由环卫清运'],
  ['market', 'event', '06027', '油烟污染由市场监管牵头'],
  ['power', 'event', '10002', '架空线缆先由供电所排险'],
  ['municipal', 'event', '10', '突发事件先由养护单位到场'],
  ['police', 'event', '06028', '夜间噪声由派出所先处置', { hours: night }],
  ['sanitation', 'event', '06', '双休日市容问题由环卫值守', { weekdays: weekend }],
  ['sanitation', 'event', '06', '第一社区垃圾分类试点，市容问题由环卫牵头', { inCommunity: true }],
  ['greening', 'event', '06010', '落叶季由园林协助清运绿地垃圾', { inCommunity: true, months: [11, 12] }],
]

/** The rules of the first street, in force since the town began. */
export function routingRules(geography: Geography, people: PeoplePlan, bornAt: number, now: number): LoadedRule[] {
  const newId = idMaker(randomFrom(geography.seed * 32_452_843 + 13))
  const street = streetsOf(geography)[0]!
  const community = street.communities[0]?.path ?? street.path
  const since = new Date(bornAt).toISOString().slice(0, 10)
  const year = new Date(now).getUTCFullYear()
  return duties.map(([key, classKind, classStart, reason, terms = {}]) => {
    const { inCommunity, months, weekdays = [], hours = null } = terms
    const unit = people.units.find(one => one.key === key)
    if (!unit) throw new Error(`the town has no unit ${key}`)
    const validity = months
      ? { validFrom: dayOf(year, months[0], 1), validUntil: dayOf(year, months[1] + 1, 0) }
      : { validFrom: since, validUntil: null }
    const gridPath = inCommunity ? community : street.path
    return {
      ruleId: newId(bornAt),
      unitId: unit.id,
      reason,
      gridPath,
      classKind,
      classStart,
      weekdays,
      hours,
      ...validity,
    }
  })
}

const dayOf = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
