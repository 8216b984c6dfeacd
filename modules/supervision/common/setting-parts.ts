import {
  both,
  type BothTexts,
  choicesPart,
  type SettingOption,
  limitPart,
  type SettingGroup,
  type SettingPart,
  wholePart,
} from '#platform/settings/common/index.ts'
import { casesMessages, caseSources } from '#modules/cases/common/index.ts'
import { type SupervisionSettings, usualSupervision } from './ladder.ts'

const points = both(
  '金牛区公布的考核公式对同一点位 5 次以上重复投诉扣分；3 次是更早的提醒',
  'A published formula (Jinniu) marks down points with 5 and more repeated complaints; 3 is an earlier warning',
)

const limit = (name: keyof SupervisionSettings['limits'], label: BothTexts): SettingPart =>
  limitPart(`limits.${name}`, { least: 0.5, most: 365 }, label)

const levels: readonly SettingOption[] = [
  { key: 'handler', label: both('处置人员', 'handlers') },
  { key: 'unit-head', label: both('单位负责人', 'head of the unit') },
  { key: 'street-centre', label: both('街道指挥中心', 'street centre') },
  { key: 'district-centre', label: both('区级指挥中枢', 'district hub') },
  { key: 'leader', label: both('领导', 'leaders') },
]
const stages: readonly SettingOption[] = [
  { key: 'accept', label: both('受理', 'accept') },
  { key: 'file', label: both('立案', 'file') },
  { key: 'dispatch', label: both('派遣', 'dispatch') },
  { key: 'handle', label: both('处置', 'handle') },
  { key: 'verify', label: both('核查', 'verify') },
  { key: 'close', label: both('结案', 'close') },
  { key: 'whole', label: both('全程', 'the whole') },
]
const sources: readonly SettingOption[] = caseSources.map(key => ({
  key,
  label: both(casesMessages['zh-CN'][`cases.source.${key}`], casesMessages.en[`cases.source.${key}`]),
}))
const leftOut: readonly SettingOption[] = [
  { key: 'refused', label: both('不予受理', 'not taken in') },
  { key: 'joined', label: both('重复（并案）', 'joined to another') },
  { key: 'voided', label: both('作废', 'void') },
  { key: 'exempt', label: both('申诉通过', 'excused on appeal') },
  { key: 'forced', label: both('强制结案', 'closed out of turn') },
]
const threeRates = both(
  '接诉即办“三率”通行定义：响应＝规定时限内联系诉求人/应响应；解决、满意＝回访有效件数为分母；权重与剔除各地历年调整',
  'The usual three rates of hotlines: answered in time / to answer; solved and satisfied over valid answers; weights and what is left out change by place and year',
)
const counted = both(
  '督办按超时比例或次数触发是通行做法；次数由本地定',
  'Lights by share of time or by number of times are usual practice; the numbers are local',
)
const ladder = both(
  '督办分提醒、黄、橙、红逐级告知是通行做法；告知到哪一级由本地定',
  'Reminder, yellow, orange and red is usual practice; who is told at which is local',
)

/** The numbers of supervision that a place may set. */
export const supervisionSettings: SettingGroup<SupervisionSettings> = {
  name: 'supervision',
  label: both('督办', 'Supervision'),
  usual: usualSupervision,
  parts: [
    choicesPart('ladder.yellow', levels, both('黄灯告知', 'Told at yellow'), ladder),
    choicesPart('ladder.orange', levels, both('橙灯告知', 'Told at orange'), ladder),
    choicesPart('ladder.red', levels, both('红灯（超时）告知', 'Told at red (late)'), ladder),
    choicesPart('watched', stages, both('哪些时限逐级告知', 'Limits that the ladder watches')),
    limit('urge', both('催办答复时限', 'Limit to answer an urge')),
    limit('order', both('督办单答复时限', 'Limit to answer a supervision order')),
    limit('instruction', both('批示答复时限', 'Limit to answer an instruction')),
    wholePart(
      'repeated.warnFrom',
      { least: 2, most: 50 },
      both('重复点位提醒次数', 'Complaints at a point that warn'),
      points,
    ),
    wholePart(
      'repeated.graveFrom',
      { least: 2, most: 100 },
      both('重复点位督办次数', 'Complaints at a point that raise it'),
      points,
    ),
    wholePart(
      'repeated.days',
      { least: 1, most: 366 },
      both('重复点位统计天数', 'Days that count for a repeated point'),
    ),
    wholePart(
      'repeated.radiusMetres',
      { least: 5, most: 500 },
      both('重复点位半径（米）', 'Radius of a repeated point, in metres'),
    ),
    limitPart('rates.response', { least: 0.5, most: 365 }, both('响应时限', 'Limit to respond'), threeRates),
    choicesPart('rates.respondTo', sources, both('响应率统计的来源', 'Sources of the response rate'), threeRates),
    wholePart(
      'rates.fairlyPercent',
      { least: 0, most: 100 },
      both('基本满意折算（%）', 'Fairly satisfied counts as, in percent'),
      threeRates,
    ),
    choicesPart('rates.leaveOut', leftOut, both('统计剔除', 'Left out of the rates'), threeRates),
    wholePart(
      'counts.yellow',
      { least: 1, most: 50 },
      both('催办、返工、重开合计几次亮黄灯', 'Yellow from … urges, reworks and reopenings'),
      counted,
    ),
    wholePart(
      'counts.orange',
      { least: 1, most: 50 },
      both('催办、返工、重开合计几次亮橙灯', 'Orange from … urges, reworks and reopenings'),
      counted,
    ),
    wholePart(
      'counts.red',
      { least: 1, most: 50 },
      both('催办、返工、重开合计几次亮红灯', 'Red from … urges, reworks and reopenings'),
      counted,
    ),
    wholePart(
      'gridDepth',
      { least: 1, most: 6 },
      both('看板按网格路径的第几级列网格', 'Step of the grid path by which the board lists grids'),
    ),
    wholePart('satisfiedFrom', { least: 1, most: 5 }, both('几星起算满意', 'Stars that count as satisfied')),
  ],
}
