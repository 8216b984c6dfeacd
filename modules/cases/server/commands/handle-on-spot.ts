import { command } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import * as contract from '../../common/contract-procedure.ts'
import { findClass } from '#modules/catalogue/common/index.ts'
import { decideHandleOnSpot } from '../../common/procedure/side-steps.ts'
import { refuse } from '../../common/refusals.ts'
import { requiredText } from '../../common/texts.ts'
import { attachPhotos } from '../attach-photos.ts'
import { CaseWriter } from '../case-store.ts'
import { type CasesWork, type Steps, subjectOf } from '../step.ts'
import type { Surroundings } from '../surroundings.ts'
import { answer, reportOnce } from './report-case.ts'

export const handleOnSpot = (around: Pick<Surroundings, 'grids' | 'followKey' | 'secrets'>, steps: Steps) =>
  command(contract.handleOnSpot, {
    subject: subjectOf,
    async run(work: CasesWork, { afterPhotos, classKind, classCode, ...input }) {
      const note = requiredText('note', input.note)
      if (isRefusal(note)) return note
      if (!findClass(classKind, classCode)) return refuse['unknown-class']({ classKind, classCode })
      const reported = await reportOnce(work, { ...input, source: 'worker' }, around, steps)
      if (isRefusal(reported)) return reported
      const { caseFile, isNew } = reported
      if (!isNew) return answer(caseFile, around.followKey)
      const by = { ...steps.deciding(work), seen: caseFile.version }
      const event = decideHandleOnSpot(caseFile, by, { classKind, classCode, note, photos: afterPhotos })
      if (isRefusal(event)) return event
      const trouble = await attachPhotos(work, caseFile.id, 'after', afterPhotos)
      if (trouble) return trouble
      await steps.write(work, new CaseWriter(work.tx, work.actor), caseFile, event)
      return answer(caseFile, around.followKey)
    },
  })
