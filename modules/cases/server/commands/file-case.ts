import { command } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import * as contract from '../../common/contract.ts'
import { decideFile } from '../../common/decide.ts'
import { optionalText } from '../../common/texts.ts'
import { type CasesWork, subjectOf, takeStep } from '../step.ts'

export const fileCase = command(contract.fileCase, {
  subject: subjectOf,
  async run(work: CasesWork, input) {
    const title = optionalText('title', input.title)
    if (isRefusal(title)) return title
    const { classKind, classCode } = input
    return takeStep(work, input, (caseFile, by) => decideFile(caseFile, by, { classKind, classCode, title }))
  },
})
