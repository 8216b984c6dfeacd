import { can } from '#platform/authz/common/grants.ts'
import { command } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import * as contract from '../../common/contract-procedure.ts'
import { placedAt } from '../../common/decide.ts'
import { decideReopen } from '../../common/procedure/oversight.ts'
import { refuse } from '../../common/refusals.ts'
import { requiredText } from '../../common/texts.ts'
import { CaseWriter } from '../case-store.ts'
import type { FollowDoor } from '../follow-door.ts'
import { type CasesWork, type Steps, subjectOf } from '../step.ts'

export const reopenCase = (steps: Steps, door: FollowDoor) =>
  command(contract.reopenCase, {
    subject: ({ who }) => ({ kind: 'case', id: 'caseId' in who ? who.caseId : who.number }),
    async run(work: CasesWork, { who, ...input }) {
      const reason = requiredText('reason', input.reason)
      if (isRefusal(reason)) return reason
      const cases = new CaseWriter(work.tx, work.actor)
      const byCode = !('caseId' in who)
      const caseId = byCode ? await door.open(work.tx, who, work.now) : who.caseId
      if (isRefusal(caseId)) return caseId
      work.about(subjectOf({ caseId }))
      const reported = byCode ? await cases.takeForReporter(caseId) : await cases.take(caseId)
      if (!reported) return refuse['not-found']()
      const isReporter = byCode || can(work.actor, 'cases.rate', placedAt(reported))
      if (!isReporter) return refuse['not-allowed']({ action: 'reopen' })
      const caseFile = reported.joinedInto ? await cases.takeJoinedInto(reported) : reported
      const event = decideReopen(caseFile, steps.decidingAfterClosing(work, caseFile), reason, isReporter)
      return isRefusal(event) ? event : steps.write(work, cases, caseFile, event)
    },
  })
