import { command } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import * as contract from '../../common/contract.ts'
import { decideFile } from '../../common/decide.ts'
import { refuse } from '../../common/refusals.ts'
import { optionalText } from '../../common/texts.ts'
import { type CasesWork, type Steps, subjectOf } from '../step.ts'
import type { FilingCondition } from '#modules/catalogue/common/index.ts'
import type { ConditionSource } from '../surroundings.ts'

export const fileCase = (steps: Steps, conditions: ConditionSource) =>
  command(contract.fileCase, {
    subject: subjectOf,
    async run(work: CasesWork, input) {
      const title = optionalText('title', input.title)
      if (isRefusal(title)) return title
      const { classKind, classCode, conditionId } = input
      return steps.take(work, input, (caseFile, by) => {
        const found = conditionId === undefined ? null : conditions.find(conditionId, by.now)
        const suits = found?.classKind === classKind && found.classCode === classCode
        const chosen = found && suits ? { condition: { id: found.id, version: found.version }, ...limitOf(found) } : {}
        const event = decideFile(caseFile, by, { classKind, classCode, title, ...chosen }, conditions.classes(by.now))
        if (isRefusal(event) || conditionId === undefined || suits) return event
        return refuse['unknown-condition']({ conditionId })
      })
    },
  })

const limitOf = ({ limit }: FilingCondition) => (limit === null ? {} : { limit })
