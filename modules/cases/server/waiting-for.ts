import type { Waiting } from '#platform/commands/server/command.ts'
import { type ActionRule, caseActions, nextAction } from '../common/actions.ts'
import type { CaseFile } from '../common/case-file.ts'
import { classLabel } from '../common/catalogue.ts'
import { placedAt } from '../common/decide.ts'
import { casesMessages } from '../common/messages.ts'

/** What waits about a case, and for whom: the step that moves it on. The inbox is a function of the case. */
export function waitingFor(caseFile: CaseFile): Waiting[] {
  const action = nextAction[caseFile.status]
  if (action === null) return []
  const { permission }: ActionRule = caseActions[action]
  return [
    {
      task: action,
      permission,
      placed: placedAt(caseFile),
      title: taskTitle(caseFile),
      number: caseFile.number,
      since: caseFile.since,
      dueAt: null,
      priority: caseFile.reworkCount > 0 ? 1 : 0,
    },
  ]
}

/** What it is and where. Nothing a resident wrote: there may be names in it, and the inbox is no place for those. */
function taskTitle({ classKind, classCode, source, title, place }: CaseFile): string {
  const byStaff = source !== 'resident' && source !== 'hotline' ? title : null
  const label = classKind && classCode ? classLabel(classKind, classCode)?.['zh-CN'] : null
  const what = label ?? byStaff ?? casesMessages['zh-CN'][`cases.source.${source}`]
  const where = place.gridNames.at(-1) ?? casesMessages['zh-CN']['cases.holder.centre']
  return `${what} · ${where}`
}
