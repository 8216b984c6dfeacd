import { query } from '#platform/commands/server/command.ts'
import { phonePack } from '../../common/contract-phone.ts'
import { CaseReader } from '../case-store.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { CaseFile } from '../../common/case-file.ts'
import type { CasesTables } from '../tables.ts'
import { pageOf } from './show-case.ts'

/** What the caller may see of what they ask for; the rest is left out, as if it were not there. */
export const phonePackQuery = (
  around: Pick<Surroundings, 'staff' | 'conditions' | 'secrets' | 'clocks' | 'procedure'>,
) =>
  query<CasesTables, typeof phonePack>(phonePack, {
    async run({ read, actor, now }, { caseIds }) {
      const reader = new CaseReader(read, actor)
      const cases = []
      for (const caseId of new Set(caseIds)) {
        const file = await reader.find(caseId)
        if (file)
          cases.push({ file: withoutReporter(file, actor), page: await pageOf(around, { read, actor, now }, file) })
      }
      return { actor, settings: around.procedure(now), cases }
    },
  })

/** Who reported it is no business of a phone, unless it is the reporter's own: no step there asks for it. */
function withoutReporter(file: CaseFile, { personId }: Actor): CaseFile {
  return file.ownerId === personId ? file : { ...file, ownerId: null }
}
