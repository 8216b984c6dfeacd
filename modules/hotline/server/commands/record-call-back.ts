import { command } from '#platform/commands/server/command.ts'
import { type CallBackAnswer, offersReopening } from '../../common/call.ts'
import * as contract from '../../common/contract.ts'
import { translator } from '#platform/i18n/common/translate.ts'
import { hotlineMessages } from '../../common/messages.ts'
import { refuse } from '../../common/refusals.ts'
import { CallWriter } from '../call-store.ts'
import type { Surroundings } from '../surroundings.ts'
import { type HotlineWork, subjectOf } from './take-call.ts'

export const recordCallBack = ({ cases, callBacks }: Pick<Surroundings, 'cases' | 'callBacks'>) =>
  command(contract.recordCallBack, {
    subject: subjectOf,
    async run(work: HotlineWork, { callId, note, ...answer }) {
      const { tx, actor, now } = work
      const { reached, solved, satisfaction } = answer
      if (reached && (solved === undefined || satisfaction === undefined)) return refuse['answers-missing']()
      if (!reached && (solved !== undefined || satisfaction !== undefined)) return refuse['answers-unheard']()
      const calls = new CallWriter(tx, actor, 'hotline.call-back')
      const call = await calls.take(callId)
      if (!call) return refuse['no-such-call']()
      if (call.case_id === null) return refuse['no-case-yet']()
      if (call.called_back_at !== null) return refuse['called-back-already']()
      const [known] = await cases.known(tx as never, actor, [call.case_id])
      if (!known || known.closedAt === null) return refuse['case-not-closed']()

      const tries = ((await calls.tries([callId])).get(callId) ?? 0) + 1
      await calls.addTry({
        ...{ call_id: callId, try: tries, at: now, by_id: actor.personId, reached },
        ...{ solved: solved ?? null, satisfaction: satisfaction ?? null, note: note || null },
      })
      const isDone = reached || tries >= callBacks(now).tries
      if (isDone) {
        await calls.change(callId, { called_back_at: now })
        await noteAnswer(cases, work, call.case_id, answer)
      }
      return { callId, tries, isDone, offersReopening: offersReopening(answer) }
    },
  })

/** As the history of the case says it; the board hears of it by the case's new version. */
export async function noteAnswer(
  cases: Surroundings['cases'],
  work: HotlineWork,
  caseId: string,
  { reached, solved, satisfaction }: CallBackAnswer,
): Promise<void> {
  const t = translator([hotlineMessages], 'zh-CN')
  const text = reached
    ? t('hotline.noted', {
        solved: t(solved ? 'hotline.noted.solved' : 'hotline.noted.unsolved'),
        satisfaction: t(`hotline.satisfaction.${satisfaction ?? 'dissatisfied'}`),
      })
    : t('hotline.noted.unreached')
  await cases.note(work as never, caseId, { kind: 'call-back', text, ref: null })
}
