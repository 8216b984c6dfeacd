import { type Catalogue, defineMessages, type Locale } from '#platform/i18n/common/translate.ts'
import { caseActionNames } from '../common/actions.ts'
import { casesMessages } from '../common/messages.ts'

/** What is no step of a case, and the steps whose button says too little by itself. */
const own = defineMessages(
  {
    'command.cases.report': '上报',
    'command.cases.handle': '处置',
    'command.cases.ask-check': '请网格员核实',
    'command.cases.ask-verifier': '改请其他岗位核查',
    'command.cases.link': '关联案卷',
    'command.cases.rule': '裁定争议',
    'command.cases.answer-extension': '本单位审批延期',
    'command.cases.instruct': '在案卷上批示',
    'command.cases.see-reporter': '查看反映人',
    'command.cases.save-view': '保存筛选视图',
    'command.cases.delete-view': '删除筛选视图',
    'command.cases.put-text': '编写常用语',
    'command.cases.print': '打印案卷',
    'command.cases.follow-grid': '案卷随网格转移',
    'command.cases.remind-shift': '提醒值班人员',
    'thing.case': '案卷',
    'thing.case-view': '筛选视图',
    'thing.standard-text': '常用语',
  },
  {
    'command.cases.report': 'Report a matter',
    'command.cases.handle': 'Handle a case',
    'command.cases.ask-check': 'Ask for a check',
    'command.cases.ask-verifier': 'Ask another post to verify',
    'command.cases.link': 'Link two cases',
    'command.cases.rule': 'Rule on a dispute',
    'command.cases.answer-extension': 'Answer an extension in the unit',
    'command.cases.instruct': 'Instruct on a case',
    'command.cases.see-reporter': 'See the reporter',
    'command.cases.save-view': 'Save a view',
    'command.cases.delete-view': 'Delete a view',
    'command.cases.put-text': 'Put a standard text',
    'command.cases.print': 'Print a case',
    'command.cases.follow-grid': 'A case follows its grid',
    'command.cases.remind-shift': 'Remind the shift',
    'thing.case': 'case',
    'thing.case-view': 'view',
    'thing.standard-text': 'standard text',
  },
)

const inWords = (locale: Locale) => {
  const steps = caseActionNames.map(name => [`command.cases.${name}`, casesMessages[locale][`cases.action.${name}`]])
  return { ...Object.fromEntries(steps), ...own[locale] }
}

/** What the audit calls the commands of this module, a step as its button does, and the things they are about. */
export const casesAuditWords: Catalogue = { 'zh-CN': inWords('zh-CN'), en: inWords('en') }
