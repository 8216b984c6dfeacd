import { command } from '#platform/commands/server/command.ts'
import { instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { offersReopening } from '../../common/call.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { addCaseTry, holdCase, triesOfCases } from '../case-call-back-store.ts'
import type { Surroundings } from '../surroundings.ts'
import { noteAnswer } from './record-call-back.ts'
import type { HotlineWork } from './take-call.ts'

const dayMs = 86_400_000

export const recordCaseCallBack = ({ cases, callBacks }: Pick<Surroundings, 'cases' | 'callBacks'>) =>
  command(contract.recordCaseCallBack, {
    subject: ({ caseId }) => ({ kind: 'case', id: caseId }),
    async run(work: HotlineWork, { caseId, note, ...answer }) {
      const { tx, actor, now } = work
      const { reached, solved, satisfaction } = answer
      if (reached && (solved === undefined || satisfaction === undefined)) return refuse['answers-missing']()
      if (!reached && (solved !== undefined || satisfaction !== undefined)) return refuse['answers-unheard']()
      const settings = callBacks(now)
      await holdCase(tx, caseId)
      const since = instantOf(millisecondsOf(now) - settings.withinDays * dayMs)
      const [found] = await cases.reachable(tx as never, actor, since, caseId)
      if (!found) return refuse['no-such-case']()
      const before = (await triesOfCases(tx, [caseId])).get(caseId)
      if (before?.isDone) return refuse['called-back-already']()
      const tries = (before?.tries ?? 0) + 1
      const isDone = reached || tries >= settings.tries
      await addCaseTry(tx, {
        ...{ case_id: caseId, case_number: found.number, try: tries, at: now, by_id: actor.personId, reached },
        ...{ solved: solved ?? null, satisfaction: satisfaction ?? null, note: note || null, is_last: isDone },
      })
      if (isDone) await noteAnswer(cases, work, caseId, answer)
      return { caseId, tries, isDone, offersReopening: offersReopening(answer) }
    },
  })
