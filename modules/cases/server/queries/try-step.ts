import { query } from '#platform/commands/server/command.ts'
import { tryStep } from '../../common/contract-queries.ts'
import { objection } from '../../common/deciding.ts'
import { refuse } from '../../common/refusals.ts'
import { CaseReader, openAmong } from '../case-store.ts'
import type { CasesTables } from '../tables.ts'

/** The same checks that the step begins with, and for closing the parts that are still open. */
export const tryStepQuery = query<CasesTables, typeof tryStep>(tryStep, {
  async run({ read, actor }, { action, caseIds }) {
    const reader = new CaseReader(read, actor)
    const rows = []
    for (const caseId of new Set(caseIds)) {
      const caseFile = await reader.find(caseId)
      if (!caseFile) continue
      const { number, status, version } = caseFile
      const no = objection(action, caseFile, actor)
      const open = no === null && action === 'close' ? await openAmong(read, caseFile.procedure.children) : []
      const whyNot = no ?? (open.length > 0 ? refuse['children-open']({ numbers: open }) : null)
      rows.push({ caseId, number, status, version, whyNot: whyNot && { ...whyNot, detail: copied(whyNot.detail) } })
    }
    return { rows }
  },
})

const copied = (detail: Readonly<Record<string, string | number | readonly string[]>>) =>
  Object.fromEntries(
    Object.entries(detail).map(([key, value]) => [key, typeof value === 'object' ? [...value] : value]),
  )
