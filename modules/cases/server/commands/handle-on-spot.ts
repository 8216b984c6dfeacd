import { command } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import * as contract from '../../common/contract-procedure.ts'
import { nameForFiling } from '../../common/decide.ts'
import { decideHandleOnSpot } from '../../common/procedure/side-steps.ts'
import { requiredText } from '../../common/texts.ts'
import { attachPhotos } from '../attach-photos.ts'
import { CaseWriter } from '../case-store.ts'
import { type CasesWork, type Steps, subjectOf } from '../step.ts'
import type { Surroundings } from '../surroundings.ts'
import { answer, reportOnce } from './report-case.ts'

export const handleOnSpot = (
  around: Pick<Surroundings, 'grids' | 'followKey' | 'secrets' | 'conditions'>,
  steps: Steps,
) =>
  command(contract.handleOnSpot, {
    subject: subjectOf,
    async run(work: CasesWork, { afterPhotos, classKind, classCode, ...input }) {
      const note = requiredText('note', input.note)
      if (isRefusal(note)) return note
      const className = nameForFiling(around.conditions.classes(work.now), classKind, classCode)
      if (isRefusal(className)) return className
      const reported = await reportOnce(work, { ...input, source: 'worker' }, around, steps)
      if (isRefusal(reported)) return reported
      const { caseFile, isNew } = reported
      if (!isNew) return answer(caseFile, around.followKey)
      const by = { ...steps.deciding(work), seen: caseFile.version }
      const event = decideHandleOnSpot(caseFile, by, { classKind, classCode, className, note, photos: afterPhotos })
      if (isRefusal(event)) return event
      const trouble = await attachPhotos(work, caseFile.id, 'after', afterPhotos)
      if (trouble) return trouble
      await steps.write(work, new CaseWriter(work.tx, work.actor), caseFile, event)
      return answer(caseFile, around.followKey)
    },
  })
