import { z } from 'zod'
import { reportCase } from '#modules/cases/common/index.ts'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { callKinds, satisfactions } from './call.ts'

// Control characters and halves of characters, which the database cannot store; line feed and tab stay.
const unwanted = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu
const written = (most: number) =>
  z
    .string()
    .max(most)
    .transform(text => text.replace(unwanted, '').normalize('NFC').trim())
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
  outcome: z.enum(['open', 'answered', 'case']),
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
    phone: z.string().max(40),
    callerName: written(60).optional(),
    kind: z.enum(callKinds),
    summary: written(2000).default(''),
  }),
  output: z.object({ callId: z.string(), maskedNumber: z.string(), earlierCalls: z.int() }),
  refusals: ['hotline/no-number', 'hotline/call-id-taken'],
})

export const callerHistory = endpoint({
  name: 'hotline.caller-history',
  kind: 'command',
  access: { permission: 'hotline.see-caller' },
  summary: 'Shows number, earlier calls and their cases. A command, because looking is on record with its reason.',
  input: z.object({ callId, reason: needed(200) }),
  output: z.object({ phone: z.string(), callerName: z.string().nullable(), calls: z.array(Call) }),
  refusals: ['hotline/no-such-call'],
  forgetAnswer: true,
})

export const answerCall = endpoint({
  name: 'hotline.answer-call',
  kind: 'command',
  access: answer,
  summary: 'Says that the call was answered at once, in own words or with an article as it stands.',
  input: z.object({ callId, answer: needed(2000), articleId: z.uuid().optional() }),
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
    title: needed(100),
    body: needed(10_000),
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
    note: written(1000).optional(),
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
  input: z.object({ limit: z.int().min(1).max(100).default(50) }),
  output: z.object({ rows: z.array(Call) }),
  refusals: [],
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
  }),
  refusals: [],
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
