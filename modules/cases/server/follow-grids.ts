import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Actor } from '#platform/authz/common/grants.ts'
import { type Command, command } from '#platform/commands/server/command.ts'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { isEnded } from '../common/case-file.ts'
import { stamp } from '../common/deciding.ts'
import { CaseWriter } from './case-store.ts'
import { subjectOf, Steps } from './step.ts'
import type { Surroundings } from './surroundings.ts'
import type { CasesTables } from './tables.ts'
import { openCasesIn } from './follow-grids-store.ts'

/** Sees every case, and moves none but to the grid that has its place. */
export const gridWatcher: Actor = {
  personId: 'clock',
  postId: null,
  unitId: null,
  grants: [{ permission: 'cases.read', within: { kind: 'everywhere' } }],
}

/** Done when grids come into force; no address leads to it. */
const followGrid = endpoint({
  name: 'cases.follow-grid',
  kind: 'command',
  access: { permission: 'cases.read' },
  summary: 'An open case goes with its ground to the grid that has it now, and says so in its history.',
  input: z.object({
    caseId: z.string(),
    gridPath: z.string(),
    gridNames: z.array(z.string()),
    fromName: z.string(),
    changeName: z.string(),
  }),
  output: z.object({ hasMoved: z.boolean() }),
  refusals: [],
})

/** Old matters keep the grid that they had (mission A1); open ones follow, so that somebody has them. */
export function followGridsCommand(around: Pick<Surroundings, 'procedure' | 'clocks'>): Command {
  return command<CasesTables, typeof followGrid>(followGrid, {
    subject: subjectOf,
    async run(work, { caseId, gridPath, gridNames, fromName, changeName }) {
      const cases = new CaseWriter(work.tx, work.actor)
      const caseFile = await cases.take(caseId)
      if (!caseFile || isEnded(caseFile.status) || caseFile.place.gridPath === gridPath) return { hasMoved: false }
      const event = { type: 'case.grid-moved', ...stamp(work), gridPath, gridNames, fromName, changeName } as const
      await new Steps(around).write(work, cases, caseFile, event)
      return { hasMoved: true }
    },
  })
}

/** Cases that have not ended in these very grids, with where they lie. */
export function openCasesInGrids(db: Kysely<unknown>, paths: readonly string[]) {
  return openCasesIn(db as unknown as Kysely<CasesTables>, paths)
}
