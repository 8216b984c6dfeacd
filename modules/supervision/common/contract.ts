import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { cleanText } from '#platform/kernel/common/clean-text.ts'
import { handRateKeys, nowKeys, parts, rateKeys } from './figures.ts'
import { ladderLevels } from './ladder.ts'
import { orderKinds, orderStates, orderSteps } from './order.ts'

const needed = z.string().max(2000).transform(cleanText).pipe(z.string().min(1))
const orderId = z.uuid()
const limit = z.object({
  clock: z.enum(['urgent-hour', 'work-hour', 'work-day', 'natural-day']),
  amount: z.number().min(0.5).max(1000).multipleOf(0.5),
})
const issue = { permission: 'supervision.issue' }

export const Order = z.object({
  orderId: z.string(),
  number: z.string(),
  kind: z.enum(orderKinds),
  state: z.enum(orderStates),
  demand: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  caseId: z.string().nullable(),
  caseNumber: z.string().nullable(),
  fromId: z.string().nullable(),
  issuedAt: z.string(),
  dueAt: z.string().nullable(),
  isOverdue: z.boolean(),
  steps: z.array(z.enum(orderSteps)),
  entries: z.array(z.object({ step: z.string(), at: z.string(), byName: z.string().nullable(), text: z.string() })),
})
export type Order = z.infer<typeof Order>

const Stepped = z.object({ orderId: z.string(), state: z.enum(orderStates) })
const stepRefusals = ['supervision/no-such-order', 'supervision/other-state'] as const

export const issueOrder = endpoint({
  name: 'supervision.issue',
  kind: 'command',
  access: issue,
  summary: 'Urges a unit or gives it a supervision order, about a case or free-standing.',
  input: z.object({
    orderId,
    kind: z.enum(['urge', 'order']),
    demand: needed,
    /** Left out: the unit that has the case. */
    unitId: z.string().max(60).optional(),
    caseId: z.uuid().optional(),
    /** Left out: the usual limit of its kind. */
    limit: limit.optional(),
    /** The instruction it carries out. */
    fromId: z.uuid().optional(),
  }),
  output: z.object({ orderId: z.string(), number: z.string(), dueAt: z.string().nullable() }),
  refusals: [
    'supervision/no-such-case',
    'supervision/no-such-unit',
    'supervision/no-such-order',
    'supervision/order-id-taken',
  ],
})

export const instruct = endpoint({
  name: 'supervision.instruct',
  kind: 'command',
  access: { permission: 'supervision.instruct' },
  summary: 'A leader’s instruction, about a case or to a unit; supervisors follow it up, also with orders.',
  input: issueOrder.input.omit({ kind: true, fromId: true }),
  output: issueOrder.output,
  refusals: issueOrder.refusals,
})

export const replyOrder = endpoint({
  name: 'supervision.reply',
  kind: 'command',
  access: { permission: 'supervision.reply' },
  summary: 'The unit’s answer to an urge, an order or an instruction.',
  input: z.object({ orderId, text: needed }),
  output: Stepped,
  refusals: stepRefusals,
})
export const acceptReply = endpoint({
  name: 'supervision.accept',
  kind: 'command',
  access: issue,
  summary: 'Accepts a reply.',
  input: z.object({ orderId, text: z.string().max(2000).transform(cleanText).default('') }),
  output: Stepped,
  refusals: stepRefusals,
})
export const sendBack = endpoint({
  name: 'supervision.send-back',
  kind: 'command',
  access: issue,
  summary: 'Sends a reply back, with the reason; the limit runs on.',
  input: z.object({ orderId, text: needed }),
  output: Stepped,
  refusals: stepRefusals,
})
export const endOrder = endpoint({
  name: 'supervision.end',
  kind: 'command',
  access: issue,
  summary: 'Ends an order: files it away when accepted, withdraws it otherwise.',
  input: z.object({ orderId, text: needed }),
  output: Stepped,
  refusals: stepRefusals,
})

export const escalate = endpoint({
  name: 'supervision.escalate',
  kind: 'command',
  access: { permission: 'supervision.escalate' },
  summary: 'The clock tells the next level up.',
  input: z.object({
    kind: z.enum(['case', 'order']),
    id: z.string(),
    number: z.string().nullable(),
    timer: z.string(),
    startedAt: z.string(),
    light: z.enum(['yellow', 'orange', 'red']),
  }),
  output: z.object({ told: z.int() }),
  refusals: [],
})

export const raiseRepeated = endpoint({
  name: 'supervision.raise-repeated',
  kind: 'command',
  access: { permission: 'supervision.escalate' },
  summary: 'Repeated complaints at one point raise the latest case there.',
  input: z.object({
    caseId: z.string(),
    number: z.string(),
    level: z.enum(['street', 'district']),
    count: z.int(),
    days: z.int(),
  }),
  output: z.object({ raised: z.int(), told: z.int() }),
  refusals: [],
})

export const listOrders = endpoint({
  name: 'supervision.orders',
  kind: 'query',
  access: 'signed-in',
  summary: 'Orders, urges and instructions that one issued, oversees or has to answer; the latest first.',
  input: z.object({
    caseId: z.uuid().optional(),
    state: z.enum(['open', 'ended']).optional(),
    ...pageInput,
  }),
  output: pageOf(Order),
  refusals: [],
})

export const listEscalations = endpoint({
  name: 'supervision.escalations',
  kind: 'query',
  access: { permission: 'supervision.board' },
  summary: 'Who was told of which light of a case, and when.',
  input: z.object({ caseId: z.uuid() }),
  output: z.object({
    rows: z.array(
      z.object({
        at: z.string(),
        timer: z.string(),
        light: z.enum(['yellow', 'orange', 'red']),
        level: z.enum(ladderLevels),
        told: z.int(),
      }),
    ),
  }),
  refusals: [],
})

const period = { from: z.iso.datetime(), until: z.iso.datetime(), dayEnds: z.iso.datetime() }
const line = z.object({
  id: z.string().nullable(),
  name: z.string(),
  open: z.int(),
  yellow: z.int(),
  orange: z.int(),
  red: z.int(),
  due: z.int(),
  onTime: z.int(),
})
export const showBoard = endpoint({
  name: 'supervision.board',
  kind: 'query',
  access: { permission: 'supervision.board' },
  summary: 'The supervisor’s board: lights by unit and grid, what is overdue, the rates of a period.',
  input: z.object(period),
  output: z.object({
    asOf: z.string().nullable(),
    now: z.object({ overdue: z.int(), 'due-today': z.int(), orange: z.int(), yellow: z.int() }),
    openOrders: z.int(),
    /** `partly` counts by the share of `rateRule.fairlyPercent`. */
    rates: z.array(z.object({ key: z.enum(rateKeys), met: z.int(), partly: z.int(), all: z.int() })),
    units: z.array(line),
    grids: z.array(line),
    repeated: z.array(
      z.object({
        lon: z.number(),
        lat: z.number(),
        isGrave: z.boolean(),
        cases: z.array(z.object({ caseId: z.string(), number: z.string() })),
      }),
    ),
    /** How the rates are worked out, as the place has set it. */
    rateRule: z.object({
      response: limit,
      respondTo: z.array(z.string()),
      satisfiedFrom: z.int(),
      fairlyPercent: z.int(),
      leaveOut: z.array(z.string()),
    }),
    repeatedRule: z.object({ radiusMetres: z.number(), days: z.int(), warnFrom: z.int() }),
  }),
  refusals: [],
})

export const boardCases = endpoint({
  name: 'supervision.board-cases',
  kind: 'query',
  access: { permission: 'supervision.board' },
  summary: 'The cases behind a figure of the board.',
  input: z.object({
    ...period,
    figure: z.enum([...rateKeys, ...nowKeys, 'open', 'red']),
    part: z.enum(parts).default('all'),
    unitId: z.string().max(60).optional(),
    gridPath: z.string().max(200).optional(),
    limit: z.int().min(1).max(500).default(200),
  }),
  output: z.object({
    total: z.int(),
    rows: z.array(
      z.object({
        caseId: z.string(),
        number: z.string(),
        title: z.string(),
        status: z.string(),
        dueAt: z.string().nullable(),
        endedAt: z.string().nullable(),
        light: z.int(),
      }),
    ),
  }),
  refusals: [],
})

export const listLeftOut = endpoint({
  name: 'supervision.left-out',
  kind: 'query',
  access: { permission: 'supervision.board' },
  summary:
    'The cases that the three rates of a period would count, had they not been left out by hand: by whom and why.',
  input: z.object({ ...period, limit: z.int().min(1).max(500).default(200) }),
  output: z.object({
    total: z.int(),
    rows: z.array(
      z.object({
        caseId: z.string(),
        number: z.string(),
        title: z.string(),
        reason: z.string(),
        note: z.string(),
        askedByName: z.string().nullable(),
        agreedByName: z.string().nullable(),
        at: z.string(),
        rates: z.array(z.enum(handRateKeys)),
        /** The fact stays, whatever is left out. */
        wasLate: z.boolean(),
      }),
    ),
  }),
  refusals: [],
})
