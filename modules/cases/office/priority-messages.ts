import { defineMessages } from '#platform/i18n/common/translate.ts'

/** Words of the page on which weights are tried out. */
export const priorityMessages = defineMessages(
  {
    'place.priority': '缓急试算',
    'priority.about':
      '换一组权重，看看在办案卷的缓急会怎样变。这里只试算，不改变任何案卷；确定后到“业务参数”里设置并写明理由。',
    'priority.weights': '权重',
    'priority.weight.danger': '危险',
    'priority.weight.people': '受影响的人',
    'priority.weight.repetition': '反复发生',
    'priority.weight.weak': '老幼病残',
    'priority.weight.time': '已用时限',
    'priority.urgent-from': '几分起算急',
    'priority.very-urgent-from': '几分起算特急',
    'priority.try': '试算',
    'priority.back': '恢复现行权重',
    'priority.result': '全部在办案卷 {total} 件：{up} 件变得更急，{down} 件变得不那么急。',
    'priority.seen': '下面只列您能看到的：{seen} 件中有 {changed} 件分数改变，列出前 {rows} 件。',
    'priority.same': '您能看到的 {seen} 件里，没有案卷的分数改变。',
    'priority.none':
      '您现在的岗位看不到这些案卷，所以不列出是哪些。要看，请换一个能看案卷的岗位，或请督查、区级指挥中枢试算。',
    'priority.case': '案卷',
    'priority.before': '现在',
    'priority.after': '试算后',
    'priority.as': '{score} 分 {band}',
    'priority.band.0': '',
    'priority.band.2': '急',
    'priority.band.3': '特急',
    'priority.settings': '到业务参数设置',
  },
  {
    'place.priority': 'Try priorities',
    'priority.about':
      'Other weights, and what they would make of the open cases. Nothing is changed here; set them under Settings, with a reason.',
    'priority.weights': 'Weights',
    'priority.weight.danger': 'Danger',
    'priority.weight.people': 'People affected',
    'priority.weight.repetition': 'Repetition',
    'priority.weight.weak': 'Weak groups',
    'priority.weight.time': 'Time used',
    'priority.urgent-from': 'Urgent from',
    'priority.very-urgent-from': 'Very urgent from',
    'priority.try': 'Try',
    'priority.back': 'Back to what holds',
    'priority.result': 'Of all {total} open cases, {up} would press more and {down} less.',
    'priority.seen':
      'Below are those that you may see: of {seen}, {changed} change their score; the first {rows} are listed.',
    'priority.same': 'Of the {seen} that you may see, no score would change.',
    'priority.none':
      'Your present post sees none of them, so they are not listed. Switch to a post that sees cases, or ask the supervisor or the district hub.',
    'priority.case': 'Case',
    'priority.before': 'Now',
    'priority.after': 'Tried',
    'priority.as': '{score} {band}',
    'priority.band.0': '',
    'priority.band.2': 'urgent',
    'priority.band.3': 'very urgent',
    'priority.settings': 'To the settings',
  },
)
