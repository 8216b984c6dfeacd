import { command } from '#platform/commands/server/command.ts'
import { putText } from '../../common/contract-texts.ts'
import { refuse } from '../../common/refusals.ts'
import type { CasesWork } from '../step.ts'
import type { ConditionSource } from '../surroundings.ts'
import { writeText } from '../text-store.ts'

export const putTextCommand = (conditions: ConditionSource) =>
  command(putText, {
    subject: ({ textId }) => ({ kind: 'standard-text', id: textId }),
    async run({ tx, actor, now }: CasesWork, { textId, seenVersion, step, classKind, classCode, body, isRetired }) {
      if (body === '') return refuse['text-missing']({ field: 'body' })
      const isOfClass = classKind !== undefined && classCode !== undefined
      if (isOfClass && !conditions.classes(now).find(classKind, classCode))
        return refuse['unknown-class']({ classKind, classCode })
      const version = seenVersion + 1
      const written = await writeText(tx, {
        ...{ id: textId, version, step, body, is_retired: isRetired },
        ...{ class_kind: isOfClass ? classKind : null, class_code: isOfClass ? classCode : null },
        ...{ changed_by: actor.personId, changed_at: now },
      })
      return written ? { textId, version } : refuse['text-changed']()
    },
  })
