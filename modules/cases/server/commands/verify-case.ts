import { command } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import * as contract from '../../common/contract.ts'
import { decideVerify } from '../../common/decide.ts'
import { optionalText } from '../../common/texts.ts'
import { attachPhotos } from '../attach-photos.ts'
import { type CasesWork, type Steps, subjectOf } from '../step.ts'

export const verifyCase = (steps: Steps) =>
  command(contract.verifyCase, {
    subject: subjectOf,
    async run(work: CasesWork, input) {
      const note = optionalText('note', input.note)
      if (isRefusal(note)) return note
      const { passed, photos } = input
      return steps.take(work, input, async (caseFile, by) => {
        const event = decideVerify(caseFile, by, { passed, note, photos })
        if (isRefusal(event)) return event
        return (await attachPhotos(work, caseFile.id, 'verify', photos)) ?? event
      })
    },
  })
