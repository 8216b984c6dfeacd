import { command } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import * as contract from '../../common/contract.ts'
import { decideDispatch } from '../../common/decide.ts'
import { refuse } from '../../common/refusals.ts'
import { optionalText } from '../../common/texts.ts'
import { type CasesWork, type Steps, subjectOf } from '../step.ts'
import type { StaffDirectory } from '../surroundings.ts'

export const dispatchCase = (steps: Steps, staff: StaffDirectory) =>
  command(contract.dispatchCase, {
    subject: subjectOf,
    async run(work: CasesWork, input) {
      const note = optionalText('note', input.note)
      if (isRefusal(note)) return note
      const { unitId, assistUnitIds } = input
      return steps.take(work, input, async (caseFile, by) => {
        const event = decideDispatch(caseFile, by, { unitId, note, assistUnitIds })
        if (isRefusal(event)) return event
        // A unit in which nobody may handle would be a place where cases are never seen again.
        const units = await staff.unitsHolding(work.tx, 'cases.handle')
        const known = new Set(units.map(unit => unit.unitId))
        return [unitId, ...assistUnitIds].every(id => known.has(id)) ? event : refuse['unknown-unit']()
      })
    },
  })
