import type { Work } from '#platform/commands/server/command.ts'
import { command } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { articleInForce } from '../article-store.ts'
import { CallWriter } from '../call-store.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import type { Surroundings } from '../surroundings.ts'
import { aboutOf } from '../sealed-fields.ts'
import { type HotlineWork, subjectOf } from './take-call.ts'

/** The call, held and still open, or why not. */
async function openCall(calls: CallWriter, callId: string) {
  const call = await calls.take(callId)
  if (!call) return refuse['no-such-call']()
  return call.outcome === 'open' ? call : refuse['call-settled']()
}

export const answerCall = command(contract.answerCall, {
  subject: subjectOf,
  async run({ tx, actor, now }: HotlineWork, { callId, answer, articleId }) {
    const calls = new CallWriter(tx, actor, 'hotline.answer')
    const call = await openCall(calls, callId)
    if (isRefusal(call)) return call
    const version = articleId === undefined ? null : await articleInForce(tx, articleId, dayOf(now))
    if (articleId !== undefined && version === null) return refuse['no-such-article']()
    await calls.change(callId, { outcome: 'answered', answer, article_id: articleId ?? null, article_version: version })
    return { callId }
  },
})

export const openCase = ({ cases, secrets }: Pick<Surroundings, 'cases' | 'secrets'>) =>
  command(contract.openCaseFromCall, {
    subject: subjectOf,
    async run(work: HotlineWork, { callId, ...report }) {
      const calls = new CallWriter(work.tx, work.actor, 'hotline.answer')
      const call = await openCall(calls, callId)
      if (isRefusal(call)) return call
      const phone = secrets.open(call.phone_sealed, aboutOf(callId, 'phone'))
      const name = call.name_sealed && secrets.open(call.name_sealed, aboutOf(callId, 'name'))
      const reporter = { phone, ...(name ? { name } : {}) }
      // The other module's tables lie in the same transaction; its code alone knows their types.
      const opened = await cases.open(work as unknown as Work<unknown>, { ...report, source: 'hotline', reporter })
      if (isRefusal(opened)) return opened
      const { caseId, number } = opened
      await calls.becomeCase(call, { caseId, number })
      return { callId, caseId, number }
    },
  })

export const linkCall = ({ cases }: Pick<Surroundings, 'cases'>) =>
  command(contract.linkCall, {
    subject: subjectOf,
    async run({ tx, actor }: HotlineWork, { callId, caseId }) {
      const calls = new CallWriter(tx, actor, 'hotline.answer')
      const call = await openCall(calls, callId)
      if (isRefusal(call)) return call
      const [known] = await cases.known(tx as never, actor, [caseId])
      if (!known) return refuse['no-such-case']()
      await calls.becomeCase(call, { caseId, number: known.number })
      return { callId, caseId, number: known.number }
    },
  })
