import { z } from 'zod'
import { PlaceInput, placeRefusals } from '#modules/grid/common/index.ts'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { cleanText } from '#platform/kernel/common/clean-text.ts'
import { callOutcomes, callStatuses, helpTextLimits as most, saferWords } from './call.ts'

const callId = z.uuid()
const calling = { permission: 'help.call' }
const answering = { permission: 'help.answer' }
const said = z.string().max(most.said).transform(cleanText)

/** Where the phone was, with how exactly it knew. */
const Where = PlaceInput.extend({ accuracyMetres: z.number().min(0).max(100_000).nullable().default(null) })

export const OnCallPost = z.object({
  postId: z.string(),
  title: z.string(),
  unitName: z.string(),
  gridName: z.string().nullable(),
  /** Null when the post is vacant. */
  holder: z.string().nullable(),
  /** The duty phone of the post, whole; null when none is set. */
  phone: z.string().nullable(),
  /** Whether it is on shift now; null when the post works in no shifts. */
  isOnShift: z.boolean().nullable(),
  /** Is told at once when somebody here calls for help. */
  isTold: z.boolean(),
})
export type OnCallPost = z.infer<typeof OnCallPost>

export const onCall = endpoint({
  name: 'help.on-call',
  kind: 'query',
  access: calling,
  summary: 'Whom to call: the posts of one’s own grid and above it, with duty phones and who is on shift now.',
  input: z.object({}),
  output: z.object({ gridNames: z.array(z.string()), posts: z.array(OnCallPost) }),
  refusals: [],
})

export const callForHelp = endpoint({
  name: 'help.call',
  kind: 'command',
  access: calling,
  summary: 'Calls for help: everybody who may answer for the place is told at once.',
  input: z.object({
    callId,
    /** When it was, by the phone’s clock; one that lies ahead of the server’s is taken as now. */
    at: z.iso.datetime(),
    place: Where.optional(),
    text: said.default(''),
  }),
  output: z.object({ callId: z.string(), told: z.int() }),
  refusals: ['help/call-id-taken', ...placeRefusals],
})

export const tellMore = endpoint({
  name: 'help.tell-more',
  kind: 'command',
  access: calling,
  summary: 'The caller says where they are, what it is, or that they are safe. It does not end the call.',
  input: z.object({
    callId,
    at: z.iso.datetime(),
    place: Where.optional(),
    text: said.default(''),
    safer: z.enum(saferWords).optional(),
  }),
  output: z.object({ callId: z.string() }),
  refusals: ['help/no-such-call', 'help/not-your-call', 'help/already-ended', 'help/nothing-said', ...placeRefusals],
})

export const takeCall = endpoint({
  name: 'help.take',
  kind: 'command',
  access: answering,
  summary:
    'Takes a call for help: everybody sees who is on it. What another took is taken over only when that is said.',
  input: z.object({ callId, takesOver: z.boolean().default(false) }),
  output: z.object({ callId: z.string() }),
  refusals: [
    'help/no-such-call',
    'help/already-ended',
    'help/taken-by-another',
    'help/taken-by-you',
    'help/your-own-call',
  ],
})

export const endCall = endpoint({
  name: 'help.end',
  kind: 'command',
  access: answering,
  summary: 'Closes a call for help with what came of it, by whoever took it.',
  input: z.object({
    callId,
    outcome: z.enum(callOutcomes),
    text: z.string().max(most.outcome).transform(cleanText).pipe(z.string().min(1)),
  }),
  output: z.object({ callId: z.string() }),
  refusals: ['help/no-such-call', 'help/already-ended', 'help/not-taken', 'help/taken-by-another'],
})

export const CallLine = z.object({
  callId: z.string(),
  status: z.enum(callStatuses),
  at: z.string(),
  /** When the server heard of it; later than `at` where there was no signal. */
  heardAt: z.string(),
  callerName: z.string().nullable(),
  callerTitle: z.string().nullable(),
  gridNames: z.array(z.string()),
  takenBy: z.string().nullable(),
  takenAt: z.string().nullable(),
  safer: z.enum(saferWords).nullable(),
  endedAt: z.string().nullable(),
  outcome: z.enum(callOutcomes).nullable(),
  isMine: z.boolean(),
})
export type CallLine = z.infer<typeof CallLine>

export const listCalls = endpoint({
  name: 'help.list',
  kind: 'query',
  access: { permission: 'help.read' },
  summary: 'Calls for help: one’s own and those of the place one answers for; the latest first.',
  input: z.object({ ...pageInput, isOpen: z.boolean().optional(), mine: z.boolean().optional() }),
  output: pageOf(CallLine),
  refusals: [],
})

export const showCall = endpoint({
  name: 'help.show',
  kind: 'query',
  access: { permission: 'help.read' },
  summary: 'One call for help with everything that was said and done, and the duty phone of the caller’s post.',
  input: z.object({ callId }),
  output: z.object({
    ...CallLine.shape,
    phone: z.string().nullable(),
    place: z.object({ lon: z.number(), lat: z.number(), accuracyMetres: z.number().nullable() }).nullable(),
    events: z.array(
      z.object({
        kind: z.enum(['called', 'told-more', 'taken', 'ended']),
        at: z.string(),
        byName: z.string().nullable(),
        text: z.string(),
        safer: z.enum(saferWords).nullable(),
        outcome: z.enum(callOutcomes).nullable(),
      }),
    ),
    mayAnswer: z.boolean(),
    /** It was the reader who took it. */
    isWithMe: z.boolean(),
  }),
  refusals: ['help/no-such-call'],
})
