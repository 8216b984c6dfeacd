import { can } from '#platform/authz/common/grants.ts'
import { command } from '#platform/commands/server/command.ts'
import type { SecretBox } from '#platform/crypto/server/index.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import * as contract from '../../common/contract.ts'
import { placedAt } from '../../common/decide.ts'
import { refuse } from '../../common/refusals.ts'
import { requiredText } from '../../common/texts.ts'
import { CaseReader } from '../case-store.ts'
import { ReporterWriter } from '../reporter-store.ts'
import { type CasesWork, subjectOf } from '../step.ts'

export const seeReporter = (secrets: SecretBox) =>
  command(contract.seeReporter, {
    subject: subjectOf,
    async run({ tx, actor, now }: CasesWork, { caseId, ...input }) {
      const reason = requiredText('reason', input.reason)
      if (isRefusal(reason)) return reason
      const caseFile = await new CaseReader(tx, actor).find(caseId)
      if (!caseFile) return refuse['not-found']()
      if (!can(actor, 'cases.see-reporter', placedAt(caseFile)))
        return refuse['not-allowed']({ action: 'see-reporter' })
      const reporters = new ReporterWriter(tx, secrets)
      const reporter = await reporters.find(caseId)
      if (!reporter) return refuse['no-reporter']()
      await reporters.noteLook({ caseId, at: now, by: actor.personId, postId: actor.postId, reason })
      return { name: reporter.name, phone: reporter.phone }
    },
  })
