import { command } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import * as contract from '../../common/contract.ts'
import { decideHandle } from '../../common/decide.ts'
import { requiredText } from '../../common/texts.ts'
import { attachPhotos } from '../attach-photos.ts'
import { type CasesWork, subjectOf, takeStep } from '../step.ts'
import type { GridLocator } from '../surroundings.ts'

export const handleCase = (grids: GridLocator) =>
  command(contract.handleCase, {
    subject: subjectOf,
    async run(work: CasesWork, input) {
      const note = requiredText('note', input.note)
      if (isRefusal(note)) return note
      const { photos } = input
      return takeStep(work, input, async (caseFile, by) => {
        // Without a point somebody in the middle is asked: a case that waits for nobody would wait for ever.
        const point = caseFile.place.point ?? grids.root()?.labelPlace
        const [nearest] = point ? await grids.nearestPosts(work.tx, point, 'cases.verify') : []
        const event = decideHandle(caseFile, by, { note, photos, verifierPostId: nearest?.postId ?? null })
        if (isRefusal(event)) return event
        return (await attachPhotos(work, caseFile.id, 'after', photos)) ?? event
      })
    },
  })
