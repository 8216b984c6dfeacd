import { command, type Work } from '#platform/commands/server/command.ts'
import { maskedNumber, plainNumber } from '../../common/call.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { CallWriter, presentCall } from '../call-store.ts'
import { aboutOf, phoneIndex } from '../sealed-fields.ts'
import type { Surroundings } from '../surroundings.ts'
import type { HotlineTables } from '../tables.ts'

export type HotlineWork = Work<HotlineTables>
export const subjectOf = ({ callId }: { readonly callId: string }) => ({ kind: 'hotline-call', id: callId })

export const takeCall = ({ secrets, callerIndex }: Pick<Surroundings, 'secrets' | 'callerIndex'>) =>
  command(contract.takeCall, {
    subject: subjectOf,
    async run({ tx, actor, now }: HotlineWork, { callId, kind, summary, place, callerName, ...input }) {
      const phone = plainNumber(input.phone)
      if (phone.length < 3) return refuse['no-number']()
      const calls = new CallWriter(tx, actor, 'hotline.answer')
      const row = {
        id: callId,
        taken_at: now,
        taken_by: actor.personId,
        unit_id: actor.unitId,
        phone_sealed: secrets.seal(phone, aboutOf(callId, 'phone')),
        phone_index: callerIndex.of(phoneIndex, phone),
        masked_number: maskedNumber(phone),
        name_sealed: callerName ? secrets.seal(callerName, aboutOf(callId, 'name')) : null,
        ...{ kind, summary, place: place || null },
        ...{ outcome: 'open' as const, answer: null, article_id: null, article_version: null },
        ...{ case_id: null, case_number: null, called_back_at: null },
      }
      if (!(await calls.begin(row))) return refuse['call-id-taken']()
      const earlierCalls = await calls.countSameNumber(callId, callerIndex.all(phoneIndex, phone))
      return { callId, maskedNumber: row.masked_number, earlierCalls }
    },
  })

export const callerHistory = ({ secrets, callerIndex }: Pick<Surroundings, 'secrets' | 'callerIndex'>) =>
  command(contract.callerHistory, {
    subject: subjectOf,
    async run({ tx, actor, now }: HotlineWork, { callId, reason }) {
      const calls = new CallWriter(tx, actor, 'hotline.see-caller')
      const call = await calls.take(callId)
      if (!call) return refuse['no-such-call']()
      await calls.noteLook({ callId, at: now, reason })
      const phone = secrets.open(call.phone_sealed, aboutOf(callId, 'phone'))
      return {
        phone,
        callerName: call.name_sealed && secrets.open(call.name_sealed, aboutOf(callId, 'name')),
        calls: (await calls.sameNumber(callId, callerIndex.all(phoneIndex, phone))).map(presentCall),
      }
    },
  })
