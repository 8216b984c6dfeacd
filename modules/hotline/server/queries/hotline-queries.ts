import { query } from '#platform/commands/server/command.ts'
import { type Instant, instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { isSampled } from '../../common/call.ts'
import * as contract from '../../common/contract.ts'
import type { Call } from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { articleInForce, articleVersions, listArticles, searchArticles } from '../article-store.ts'
import { readCallBackFigures } from '../figures-store.ts'
import { triesOfCases } from '../case-call-back-store.ts'
import { CallReader, presentCall } from '../call-store.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { aboutOf, phoneIndex } from '../sealed-fields.ts'
import type { Surroundings } from '../surroundings.ts'
import type { HotlineTables } from '../tables.ts'

/** A desk calls back one after the other; nobody reads further down. */
const mostShown = 200

export const listCallsQuery = query<HotlineTables, typeof contract.listCalls>(contract.listCalls, {
  async run({ read, actor }, asked) {
    const { rows, next } = await new CallReader(read, actor, 'hotline.answer').list(asked)
    return { rows: rows.map(presentCall), next }
  },
})

export const showCallQuery = ({ secrets, callerIndex }: Pick<Surroundings, 'secrets' | 'callerIndex'>) =>
  query<HotlineTables, typeof contract.showCall>(contract.showCall, {
    async run({ read, actor }, { callId }) {
      const calls = new CallReader(read, actor, 'hotline.answer')
      const call = await calls.find(callId)
      if (!call) return refuse['no-such-call']()
      const phone = secrets.open(call.phone_sealed, aboutOf(callId, 'phone'))
      const earlierCalls = await calls.countSameNumber(callId, callerIndex.all(phoneIndex, phone))
      return { ...presentCall(call), earlierCalls }
    },
  })

export const listArticlesQuery = query<HotlineTables, typeof contract.listArticles>(contract.listArticles, {
  run: async ({ read, now }, { text }) => ({ rows: [...(await listArticles(read, text, dayOf(now)))] }),
})

export const showArticleQuery = query<HotlineTables, typeof contract.showArticle>(contract.showArticle, {
  async run({ read, now }, { articleId }) {
    const versions = await articleVersions(read, articleId)
    if (versions.length === 0) return refuse['no-such-article']()
    return { articleId, inForce: await articleInForce(read, articleId, dayOf(now)), versions }
  },
})

export const searchArticlesQuery = query<HotlineTables, typeof contract.searchArticles>(contract.searchArticles, {
  run: async ({ read, now }, { text, day }) => searchArticles(read, text, day ?? dayOf(now)),
})

export const listCallBacksQuery = ({ cases, callBacks }: Pick<Surroundings, 'cases' | 'callBacks'>) =>
  query<HotlineTables, typeof contract.listCallBacks>(contract.listCallBacks, {
    async run({ read, actor, now }) {
      const calls = new CallReader(read, actor, 'hotline.call-back')
      const settings = callBacks(now)
      const due: { readonly call: Call; readonly closedAt: Instant; readonly dueAt: Instant }[] = []
      for await (const some of calls.notCalledBack()) {
        const waiting = some.filter(call => isSampled(call.id, settings.sharePercent))
        const ids = waiting.flatMap(call => call.case_id ?? [])
        const known = new Map((await cases.known(read as never, actor, ids)).map(one => [one.caseId, one.closedAt]))
        for (const call of waiting) {
          const closedAt = known.get(call.case_id ?? '')
          if (!closedAt) continue
          const dueAt = instantOf(millisecondsOf(closedAt) + settings.withinHours * 3_600_000)
          due.push({ call: presentCall(call), closedAt, dueAt })
        }
      }
      const first = due.toSorted((a, b) => a.closedAt.localeCompare(b.closedAt)).slice(0, mostShown)
      const tries = await calls.tries(first.map(({ call }) => call.callId))
      return {
        rows: first.map(one => ({ ...one, isOverdue: now > one.dueAt, tries: tries.get(one.call.callId) ?? 0 })),
        total: due.length,
        overdue: due.filter(one => now > one.dueAt).length,
        mostTries: settings.tries,
      }
    },
  })

const dayMs = 86_400_000

export const listCaseCallBacksQuery = ({ cases, callBacks }: Pick<Surroundings, 'cases' | 'callBacks'>) =>
  query<HotlineTables, typeof contract.listCaseCallBacks>(contract.listCaseCallBacks, {
    async run({ read, actor, now }) {
      const settings = callBacks(now)
      const since = instantOf(millisecondsOf(now) - settings.withinDays * dayMs)
      const found = await cases.reachable(read as never, actor, since)
      const tried = await triesOfCases(
        read,
        found.map(({ caseId }) => caseId),
      )
      const rows = found
        .filter(({ caseId }) => !tried.get(caseId)?.isDone && isSampled(caseId, settings.sharePercent))
        .map(({ caseId, number, title, source, closedAt }) => {
          const dueAt = instantOf(millisecondsOf(closedAt) + settings.withinHours * 3_600_000)
          const tries = tried.get(caseId)?.tries ?? 0
          return { caseId, number, title, source, closedAt, dueAt, isOverdue: now > dueAt, tries }
        })
      return {
        rows: rows.slice(0, mostShown),
        total: rows.length,
        overdue: rows.filter(row => row.isOverdue).length,
        mostTries: settings.tries,
      }
    },
  })

export const callBackFiguresQuery = query<HotlineTables, typeof contract.callBackFigures>(contract.callBackFigures, {
  run: ({ read }, { from, until }) => readCallBackFigures(read as never, from, until),
})
