import {
  both,
  type BothTexts,
  limitPart,
  localPractice,
  type SettingGroup,
  type SettingPart,
  wholePart,
  wordsPart,
} from '#platform/settings/common/index.ts'
import { type DuplicateSettings, usualDuplicates } from '../likeness.ts'
import { type Criterion, type PrioritySettings, usualPriority } from '../priority.ts'
import { type ProcedureSettings, usualProcedure } from './settings.ts'

const centre = both(
  'GB/T 30428.6 的常用做法：指挥中心各环节以分钟计；本地可调',
  'Usual practice after GB/T 30428.6: minutes at the centre; local practice, configurable',
)

const limit = (name: keyof ProcedureSettings['limits'], label: BothTexts, source = centre): SettingPart =>
  limitPart(`limits.${name}`, { least: 0.25, most: 365 }, label, source)

const lights = both(
  '督办分黄、橙、红按时限比例亮灯是通行做法，比例各地不同；已开始的时限不变',
  'Yellow, orange and red by share of the limit is usual practice, the shares are local; a limit that has begun keeps its own',
)
const levels = both(
  '本地网格树的层数不一：默认第一级是街道，区在所有网格之上由区级枢纽办；设为某一级的，由那一级网格上的岗位办；已上报的案卷不变',
  'Grid trees differ in depth: by default the first step is the street and the district is above, the hub’s; set to a step, posts on that grid act; what was raised stays',
)

/** The numbers of the procedure that a place may set. A limit that has begun keeps what held then. */
export const procedureSettings: SettingGroup<ProcedureSettings> = {
  name: 'procedure',
  label: both('办理流程', 'Procedure'),
  usual: usualProcedure,
  parts: [
    limit('claim', both('认领时限', 'Limit to claim')),
    limit('accept', both('受理时限', 'Limit to accept')),
    limit('file', both('立案时限', 'Limit to file')),
    limit('check', both('核实时限', 'Limit to check before filing'), localPractice),
    limit('dispatch', both('派遣时限', 'Limit to dispatch')),
    limit('handle', both('没有立案条件时的处置时限', 'Limit to handle without a filing condition'), localPractice),
    limit('verify', both('核查时限', 'Limit to verify'), localPractice),
    limit('close', both('结案时限', 'Limit to close')),
    limit('rule', both('权属裁定时限', 'Limit to rule on a dispute'), localPractice),
    limit('whole', both('全程时限', 'Limit of the whole'), localPractice),
    wholePart(
      'lights.yellowPercent',
      { least: 10, most: 99 },
      both('用到时限的百分之几亮黄灯', 'Yellow at … percent of a limit'),
      lights,
    ),
    wholePart(
      'lights.orangePercent',
      { least: 10, most: 99 },
      both('用到时限的百分之几亮橙灯', 'Orange at … percent of a limit'),
      lights,
    ),
    wholePart(
      'levelDepths.street',
      { least: 1, most: 5 },
      both('街道在网格路径的第几级', 'Step of the grid path that is the street'),
      levels,
    ),
    wholePart(
      'levelDepths.district',
      { least: 0, most: 4 },
      both(
        '区在网格路径的第几级（0 为在所有网格之上）',
        'Step of the grid path that is the district (0: above every grid)',
      ),
      levels,
    ),
    wholePart(
      'mostExtensions',
      { least: 0, most: 2 },
      both('最多延期次数', 'Most extensions'),
      both(
        '案件延期一般不超过两次，每次不超过原时限；本地可调低',
        'At most two extensions of one original limit each; may be set lower',
      ),
    ),
    wholePart('mostSuspensions', { least: 0, most: 3 }, both('最多挂账次数', 'Most suspensions')),
    wholePart('longestSuspensionDays', { least: 1, most: 366 }, both('挂账最长天数', 'Longest suspension in days')),
    wholePart(
      'reopenDays',
      { least: 0, most: 90 },
      both('回访不满意可重开的天数', 'Days within which a reporter may reopen'),
    ),
    wholePart(
      'shiftFirstMinutes',
      { least: 0, most: 1440 },
      both(
        '新任务先给当班人员的分钟数（0 为不分先后）',
        'Minutes for which new work is first for the shift (0: for all at once)',
      ),
    ),
    wordsPart(
      'leaveOutReasons',
      both('人工剔除的理由', 'Reasons for leaving a case out of the rates by hand'),
      both(
        '“三率”通行做法：不合理、超出职责、重复的诉求可剔除并写明理由；本地可调',
        'Usual practice of the three rates: unreasonable, out of competence or repeated; local practice, configurable',
      ),
    ),
  ],
}

const near = both(
  '某市做法：50 米、24 小时；本地可调',
  'One city’s rule: 50 m and 24 hours; local practice, configurable',
)

/** How near and how recent counts as perhaps the same matter. */
export const duplicateSettings: SettingGroup<DuplicateSettings> = {
  name: 'duplicates',
  label: both('重复案件提示', 'Likely duplicates'),
  usual: usualDuplicates,
  parts: [
    wholePart('radiusMetres', { least: 5, most: 1000 }, both('相近距离（米）', 'Near, in metres'), near),
    wholePart('hours', { least: 1, most: 720 }, both('相近时间（小时）', 'Recent, in hours'), near),
    wholePart('widerMetres', { least: 5, most: 5000 }, both('放宽的距离（米）', 'Wider, in metres')),
    wholePart('widerHours', { least: 1, most: 8760 }, both('放宽的时间（小时）', 'Wider, in hours')),
  ],
}

const cities = both('各地叫法不一，常有对调', 'Cities differ, and some swap the two')

/** The place's own words for two side tasks; every Chinese text says them. */
export const wordSettings: SettingGroup<{ readonly check: string; readonly verify: string }> = {
  name: 'words',
  label: both('用语', 'Words'),
  usual: { check: '核实', verify: '核查' },
  parts: [
    {
      key: 'check',
      kind: 'word',
      least: 1,
      most: 8,
      label: both('立案前到现场看', 'Check before filing'),
      source: cities,
    },
    {
      key: 'verify',
      kind: 'word',
      least: 1,
      most: 8,
      label: both('处置后到现场看', 'Verify after handling'),
      source: cities,
    },
  ],
}

const weight = (criterion: Criterion, label: BothTexts): SettingPart =>
  wholePart(`weights.${criterion}`, { least: 0, most: 100 }, label)

/** How much each criterion counts for the priority of a case. Only their proportion matters. */
export const prioritySettings: SettingGroup<PrioritySettings> = {
  name: 'priority',
  label: both('缓急', 'Priority'),
  usual: usualPriority,
  parts: [
    weight('danger', both('权重：危险', 'Weight: danger')),
    weight('people', both('权重：受影响的人', 'Weight: people affected')),
    weight('repetition', both('权重：反复发生', 'Weight: repetition')),
    weight('weak', both('权重：老幼病残', 'Weight: weak groups')),
    weight('time', both('权重：已用时限', 'Weight: time used')),
    wholePart('manyReports', { least: 2, most: 100 }, both('几人反映算满分', 'Reports that count in full')),
    wholePart('manyRepeats', { least: 1, most: 100 }, both('几次反复算满分', 'Repetitions that count in full')),
    wholePart('repeatMetres', { least: 5, most: 500 }, both('同一点位的半径（米）', 'Radius of one point, in metres')),
    wholePart('repeatDays', { least: 1, most: 366 }, both('反复发生的统计天数', 'Days in which it counts as repeated')),
    wordsPart('dangerWords', both('说明有危险的词', 'Words that speak of danger')),
    wordsPart('weakWords', both('说明涉及老幼病残的词', 'Words that speak of weak groups')),
    wholePart('urgentFrom', { least: 1, most: 100 }, both('几分起算急', 'Score from which it is urgent')),
    wholePart('veryUrgentFrom', { least: 1, most: 100 }, both('几分起算特急', 'Score from which it is very urgent')),
  ],
}
