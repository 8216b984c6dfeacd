import { query } from '#platform/commands/server/command.ts'
import { instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { isSampled } from '../../common/call.ts'
import * as contract from '../../common/contract.ts'
import { searchArticles } from '../article-store.ts'
import { readCallBackFigures } from '../figures-store.ts'
import { CallReader, presentCall } from '../call-store.ts'
import { dayOf } from '../day-of.ts'
import type { Surroundings } from '../surroundings.ts'
import type { HotlineTables } from '../tables.ts'

export const listCallsQuery = query<HotlineTables, typeof contract.listCalls>(contract.listCalls, {
  run: async ({ read, actor }, { limit }) => ({
    rows: (await new CallReader(read, actor, 'hotline.answer').list(limit)).map(presentCall),
  }),
})

export const searchArticlesQuery = query<HotlineTables, typeof contract.searchArticles>(contract.searchArticles, {
  run: async ({ read, now }, { text, day }) => ({ rows: await searchArticles(read, text, day ?? dayOf(now)) }),
})

export const listCallBacksQuery = ({ cases, callBacks }: Pick<Surroundings, 'cases' | 'callBacks'>) =>
  query<HotlineTables, typeof contract.listCallBacks>(contract.listCallBacks, {
    async run({ read, actor, now }) {
      const calls = new CallReader(read, actor, 'hotline.call-back')
      const waiting = (await calls.notCalledBack()).filter(call => isSampled(call.id, callBacks.sharePercent))
      const ids = waiting.flatMap(call => call.case_id ?? [])
      const known = new Map((await cases.known(read as never, actor, ids)).map(one => [one.caseId, one]))
      const tries = await calls.tries(waiting.map(call => call.id))
      const rows = waiting.flatMap(call => {
        const closedAt = known.get(call.case_id ?? '')?.closedAt
        if (!closedAt) return []
        const dueAt = instantOf(millisecondsOf(closedAt) + callBacks.withinHours * 3_600_000)
        return [{ call: presentCall(call), closedAt, dueAt, isOverdue: now > dueAt, tries: tries.get(call.id) ?? 0 }]
      })
      return { rows: rows.sort((a, b) => a.closedAt.localeCompare(b.closedAt)) }
    },
  })

export const callBackFiguresQuery = query<HotlineTables, typeof contract.callBackFigures>(contract.callBackFigures, {
  run: ({ read }, { from, until }) => readCallBackFigures(read as never, from, until),
})
