import type { Waiting } from '#platform/commands/server/command.ts'
import type { Placed } from '#platform/authz/common/grants.ts'
import { readTimer } from '#platform/worktime/common/index.ts'
import { type ActionRule, type CaseAction, caseActions, nextAction, sideTasks } from '../common/actions.ts'
import type { CaseFile } from '../common/case-file.ts'
import { conditions } from '../common/conditions.ts'
import { notInThisStatus, placesFor } from '../common/deciding.ts'
import { casesMessages } from '../common/messages.ts'
import type { CaseClocks } from './surroundings.ts'

/** What waits about a case, and for whom: the step that moves it on, and the questions beside it. */
export function waitingFor(caseFile: CaseFile, clocks: Pick<CaseClocks, 'calendarAt'>): Waiting[] {
  const main = nextAction[caseFile.status]
  const side = sideTasks.filter(({ when, action }) => conditions[when](caseFile) && !notInThisStatus(action, caseFile))
  const wanted = [
    // What is resting, or being ruled on, waits for no department.
    ...(main !== null && notInThisStatus(main, caseFile) === null ? [{ task: main, action: main }] : []),
    ...side,
  ]
  return wanted.flatMap(({ task, action }) =>
    placesFor(action, caseFile).map(placed => {
      // The name of the limit that runs on it, so that whoever moves the limit finds the task.
      const name = task === 'assist' ? `assist:${placed.unitId}` : task
      return waiting(caseFile, { name, action, placed }, clocks)
    }),
  )
}

interface Wanted {
  readonly name: string
  readonly action: CaseAction
  readonly placed: Placed
}

function waiting(
  caseFile: CaseFile,
  { name, action, placed }: Wanted,
  clocks: Pick<CaseClocks, 'calendarAt'>,
): Waiting {
  const { permission }: ActionRule = caseActions[action]
  const { procedure, place, since, number, reworkCount } = caseFile
  const running = procedure.timers.find(one => one.name === name)
  const dueAt = running ? readTimer(clocks.calendarAt(place.gridPath), running, running.startedAt).dueAt : null
  const pressing = reworkCount > 0 || procedure.returnedBy !== null || procedure.reopenCount > 0
  const priority = procedure.urgedCount > 0 || procedure.instructedCount > 0 ? 2 : pressing ? 1 : 0
  return {
    task: name,
    permission,
    placed: claimed(caseFile, action, placed),
    title: taskTitle(caseFile),
    number,
    since,
    dueAt,
    priority,
  }
}

/** What one post has claimed waits for that post alone. */
function claimed({ procedure }: CaseFile, action: CaseAction, placed: Placed): Placed {
  const { respectsClaim = false }: ActionRule = caseActions[action]
  return respectsClaim && procedure.claimedBy !== null ? { ...placed, postId: procedure.claimedBy } : placed
}

/** What it is and where. Nothing a resident wrote: there may be names in it, and the inbox is no place for those. */
function taskTitle({ className, source, title, place }: CaseFile): string {
  const byStaff = source !== 'resident' && source !== 'hotline' ? title : null
  const what = className?.['zh-CN'] ?? byStaff ?? casesMessages['zh-CN'][`cases.source.${source}`]
  const where = place.gridNames.at(-1) ?? casesMessages['zh-CN']['cases.holder.centre']
  return `${what} · ${where}`
}
