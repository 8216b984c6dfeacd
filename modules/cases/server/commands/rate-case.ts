import { can } from '#platform/authz/common/grants.ts'
import { command } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import * as contract from '../../common/contract.ts'
import { decideRate, placedAt } from '../../common/decide.ts'
import { refuse } from '../../common/refusals.ts'
import { optionalText } from '../../common/texts.ts'
import { CaseWriter } from '../case-store.ts'
import type { FollowDoor } from '../follow-door.ts'
import { type CasesWork, type Steps, subjectOf } from '../step.ts'

export const rateCase = (steps: Steps, door: FollowDoor) =>
  command(contract.rateCase, {
    subject: ({ who }) => ({ kind: 'case', id: 'caseId' in who ? who.caseId : who.number }),
    async run(work: CasesWork, { who, stars, solved, ...input }) {
      const comment = optionalText('comment', input.comment)
      if (isRefusal(comment)) return comment
      const cases = new CaseWriter(work.tx, work.actor)
      const byCode = !('caseId' in who)
      const caseId = byCode ? await door.open(work.tx, who, work.now) : who.caseId
      if (isRefusal(caseId)) return caseId
      work.about(subjectOf({ caseId }))
      const reported = byCode ? await cases.takeForReporter(caseId) : await cases.take(caseId)
      if (!reported) return refuse['not-found']()
      const isReporter = byCode || can(work.actor, 'cases.rate', placedAt(reported))
      if (!isReporter) return refuse['not-allowed']({ action: 'rate' })
      // What became of a report that was joined is what became of the other case: that one is rated.
      const caseFile = reported.joinedInto ? await cases.takeJoinedInto(reported) : reported
      const event = decideRate(caseFile, steps.deciding(work), { stars, solved, comment }, isReporter)
      if (isRefusal(event)) return event
      return steps.write(work, cases, caseFile, event)
    },
  })
