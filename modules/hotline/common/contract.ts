import { z } from 'zod'
import { reportCase } from '#modules/cases/common/index.ts'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { cleanText } from '#platform/kernel/common/clean-text.ts'
import { callKinds, callOutcomes, satisfactions } from './call.ts'
import { callTextLimits as most } from './limits.ts'

const written = (most: number) => z.string().max(most).transform(cleanText)
const needed = (most: number) => written(most).pipe(z.string().min(1))

const callId = z.uuid()
const day = z.iso.date()
const answer = { permission: 'hotline.answer' }

export const Call = z.object({
  callId: z.string(),
  takenAt: z.string(),
  kind: z.enum(callKinds),
  maskedNumber: z.string(),
  summary: z.string(),
  /** Where it is, in the caller's words. */
  place: z.string().nullable(),
  outcome: z.enum(callOutcomes),
  answer: z.string().nullable(),
  caseId: z.string().nullable(),
  caseNumber: z.string().nullable(),
})
export type Call = z.infer<typeof Call>

export const takeCall = endpoint({
  name: 'hotline.take-call',
  kind: 'command',
  access: answer,
  summary: 'Records that somebody calls; the number is typed, or passed on by the telephone system.',
  input: z.object({
    callId,
    phone: z.string().max(most.phone),
    callerName: written(most.callerName).optional(),
    kind: z.enum(callKinds),
    summary: written(most.summary).default(''),
    /** Where it is, in the caller's words. */
    place: written(most.place).optional(),
  }),
  output: z.object({ callId: z.string(), maskedNumber: z.string(), earlierCalls: z.int() }),
  refusals: ['hotline/no-number', 'hotline/call-id-taken'],
})

export const callerHistory = endpoint({
  name: 'hotline.caller-history',
  kind: 'command',
  access: { permission: 'hotline.see-caller' },
  summary: 'Shows number, earlier calls and their cases. A command, because looking is on record with its reason.',
  input: z.object({ callId, reason: needed(most.reason) }),
  output: z.object({ phone: z.string(), callerName: z.string().nullable(), calls: z.array(Call) }),
  refusals: ['hotline/no-such-call'],
  forgetAnswer: true,
})

export const answerCall = endpoint({
  name: 'hotline.answer-call',
  kind: 'command',
  access: answer,
  summary: 'Says that the call was answered at once, in own words or with an article as it stands.',
  input: z.object({ callId, answer: needed(most.answer), articleId: z.uuid().optional() }),
  output: z.object({ callId: z.string() }),
  refusals: ['hotline/no-such-call', 'hotline/call-settled', 'hotline/no-such-article'],
})

export const openCaseFromCall = endpoint({
  name: 'hotline.open-case',
  kind: 'command',
  access: answer,
  summary: 'Opens a case from a call, with the caller as its reporter; the desk must be allowed to report cases.',
  input: z.object({
    callId,
    caseId: z.uuid(),
    ...reportCase.input.pick({ title: true, description: true, place: true, address: true }).shape,
  }),
  output: z.object({ callId: z.string(), caseId: z.string(), number: z.string() }),
  refusals: ['hotline/no-such-call', 'hotline/call-settled', ...reportCase.refusals],
})

export const linkCall = endpoint({
  name: 'hotline.link-call',
  kind: 'command',
  access: answer,
  summary: 'Says that a call is about a case that is there already.',
  input: z.object({ callId, caseId: z.uuid() }),
  output: z.object({ callId: z.string(), caseId: z.string(), number: z.string() }),
  refusals: ['hotline/no-such-call', 'hotline/call-settled', 'hotline/no-such-case'],
})

export const putArticle = endpoint({
  name: 'hotline.put-article',
  kind: 'command',
  access: { permission: 'hotline.edit-articles' },
  summary: 'Writes the next version of an article. Earlier versions stay; `seenVersion` is 0 for a new one.',
  input: z.object({
    articleId: z.uuid(),
    seenVersion: z.int().min(0),
    title: needed(most.title),
    body: needed(most.body),
    from: day,
    isRetired: z.boolean().default(false),
  }),
  output: z.object({ articleId: z.string(), version: z.int() }),
  refusals: ['hotline/article-changed'],
})

export const recordCallBack = endpoint({
  name: 'hotline.record-call-back',
  kind: 'command',
  access: { permission: 'hotline.call-back' },
  summary: 'Records one try to call back after closing: reached or not, solved, satisfied.',
  input: z.object({
    callId,
    reached: z.boolean(),
    solved: z.boolean().optional(),
    satisfaction: z.enum(satisfactions).optional(),
    note: written(most.note).optional(),
  }),
  output: z.object({ callId: z.string(), tries: z.int(), isDone: z.boolean(), offersReopening: z.boolean() }),
  refusals: [
    'hotline/no-such-call',
    'hotline/no-case-yet',
    'hotline/case-not-closed',
    'hotline/called-back-already',
    'hotline/answers-missing',
    'hotline/answers-unheard',
  ],
})

export const listCalls = endpoint({
  name: 'hotline.list-calls',
  kind: 'query',
  access: answer,
  summary: 'The calls of one’s desk, the latest first.',
  input: z.object({
    ...pageInput,
    outcome: z.enum(callOutcomes).optional(),
    /** Words of the call or its place, or the number of its case. Not the caller's number: that is sealed. */
    text: z.string().max(100).optional(),
  }),
  output: pageOf(Call),
  refusals: [],
})

export const showCall = endpoint({
  name: 'hotline.show-call',
  kind: 'query',
  access: answer,
  summary: 'One call of one’s desk, with how many earlier calls of the number there are.',
  input: z.object({ callId }),
  output: Call.extend({ earlierCalls: z.int() }),
  refusals: ['hotline/no-such-call'],
})

export const articleStates = ['in-force', 'upcoming', 'retired'] as const

export const listArticles = endpoint({
  name: 'hotline.list-articles',
  kind: 'query',
  access: answer,
  summary: 'The knowledge base as it stands today, with what is not yet or no longer in force.',
  input: z.object({ text: z.string().max(200).default('') }),
  output: z.object({
    rows: z.array(
      z.object({
        articleId: z.string(),
        title: z.string(),
        state: z.enum(articleStates),
        from: z.string(),
        /** When a later version is written already. */
        nextFrom: z.string().nullable(),
      }),
    ),
  }),
  refusals: [],
})

export const showArticle = endpoint({
  name: 'hotline.show-article',
  kind: 'query',
  access: answer,
  summary: 'Every version of one article, the latest first, and which of them is in force today.',
  input: z.object({ articleId: z.uuid() }),
  output: z.object({
    articleId: z.string(),
    /** Null when none is in force: not yet, or retired. */
    inForce: z.int().nullable(),
    versions: z.array(
      z.object({
        version: z.int(),
        title: z.string(),
        body: z.string(),
        from: z.string(),
        isRetired: z.boolean(),
        at: z.string(),
      }),
    ),
  }),
  refusals: ['hotline/no-such-article'],
})

export const searchArticles = endpoint({
  name: 'hotline.search-articles',
  kind: 'query',
  access: answer,
  summary: 'Articles in force on a day (today when none is given), found by pairs of characters.',
  input: z.object({ text: z.string().max(200).default(''), day: day.optional() }),
  output: z.object({
    rows: z.array(
      z.object({ articleId: z.string(), version: z.int(), title: z.string(), body: z.string(), from: z.string() }),
    ),
    /** How many there are; the first of them are given. */
    total: z.int(),
  }),
  refusals: [],
})

export const listCallBacks = endpoint({
  name: 'hotline.list-call-backs',
  kind: 'query',
  access: { permission: 'hotline.call-back' },
  summary: 'Callers of one’s desk whose case is closed and who are still to be called back, the oldest closing first.',
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({ call: Call, closedAt: z.string(), dueAt: z.string(), isOverdue: z.boolean(), tries: z.int() }),
    ),
    /** Of all, also of those that are not among the rows. */
    total: z.int(),
    overdue: z.int(),
    /** After so many tries without an answer the call-back ends. */
    mostTries: z.int(),
  }),
  refusals: [],
})

/** A case whose reporter left a number otherwise than by calling. The number is asked for on the page of the case. */
const CaseToCallBack = z.object({
  caseId: z.string(),
  number: z.string(),
  title: z.string(),
  source: z.string(),
  closedAt: z.string(),
  dueAt: z.string(),
  isOverdue: z.boolean(),
  tries: z.int(),
})

export const listCaseCallBacks = endpoint({
  name: 'hotline.list-case-call-backs',
  kind: 'query',
  access: { permission: 'hotline.call-back' },
  summary:
    'Closed cases from every other source whose reporter can be reached and has not rated: the oldest closing first, as far as the caller may ask for the number.',
  input: z.object({}),
  output: z.object({ rows: z.array(CaseToCallBack), total: z.int(), overdue: z.int(), mostTries: z.int() }),
  refusals: [],
})

export const recordCaseCallBack = endpoint({
  name: 'hotline.record-case-call-back',
  kind: 'command',
  access: { permission: 'hotline.call-back' },
  summary: 'Records one try to call back the reporter of a closed case, whatever its source.',
  input: recordCallBack.input.omit({ callId: true }).extend({ caseId: z.uuid() }),
  output: z.object({ caseId: z.string(), tries: z.int(), isDone: z.boolean(), offersReopening: z.boolean() }),
  refusals: [
    'hotline/no-such-case',
    'hotline/called-back-already',
    'hotline/answers-missing',
    'hotline/answers-unheard',
  ],
})

export const callBackFigures = endpoint({
  name: 'hotline.call-back-figures',
  kind: 'query',
  access: { permission: 'hotline.figures' },
  summary: 'How many were called back in a span of time, reached, solved, and how satisfied.',
  input: z.object({ from: z.iso.datetime(), until: z.iso.datetime() }),
  output: z.object({
    tries: z.int(),
    reached: z.int(),
    solved: z.int(),
    bySatisfaction: z.record(z.enum(satisfactions), z.int()),
  }),
  refusals: [],
})
