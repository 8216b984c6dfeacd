import { command } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import * as contract from '../../common/contract.ts'
import { decideHandle } from '../../common/decide.ts'
import { requiredText } from '../../common/texts.ts'
import { attachPhotos } from '../attach-photos.ts'
import { type CasesWork, type Steps, subjectOf } from '../step.ts'
import { nearestVerifier } from '../who-checks.ts'
import type { WhoIsThere } from '../who-is-on-duty.ts'

export const handleCase = (steps: Steps, around: WhoIsThere) =>
  command(contract.handleCase, {
    subject: subjectOf,
    async run(work: CasesWork, input) {
      const note = requiredText('note', input.note)
      if (isRefusal(note)) return note
      const { photos, materials } = input
      return steps.take(work, input, async (caseFile, by) => {
        const verifierPostId = await nearestVerifier(work, caseFile, around)
        const event = decideHandle(caseFile, by, { note, materials, photos, verifierPostId })
        if (isRefusal(event)) return event
        return (await attachPhotos(work, caseFile.id, 'after', photos)) ?? event
      })
    },
  })
