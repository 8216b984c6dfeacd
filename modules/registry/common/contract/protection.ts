import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { PrintedFile } from '#platform/contract/common/printed-file.ts'
import { cleanLine, cleanText } from '#platform/kernel/common/clean-text.ts'
import { locales } from '#platform/i18n/common/translate.ts'
import { careGroups } from '../care.ts'
import { bases, consentWays } from '../consent.ts'
import { retentionRules } from '../retention.ts'
import { Day, FieldInput, Reason } from './things.ts'

const thingId = z.uuid()

export const Look = z.object({
  at: z.string(),
  byName: z.string().nullable(),
  postTitle: z.string().nullable(),
  /** Null: the page as a whole. */
  field: z.string().nullable(),
  reason: z.string(),
})

export const listLooks = endpoint({
  name: 'registry.looks',
  kind: 'query',
  access: { permission: 'registry.print-looks' },
  summary: 'Who looked at one person’s data, when, at what and why; for the person who asks.',
  input: z.object({ thingId }),
  output: z.object({
    title: z.string(),
    /** All there are; `rows` has the latest of them. */
    total: z.int(),
    rows: z.array(Look),
  }),
  refusals: ['registry/no-such-thing'],
})

export const printLooks = endpoint({
  name: 'registry.print-looks',
  kind: 'query',
  access: { permission: 'registry.print-looks' },
  summary: 'The same as a paper that the person can take along.',
  input: z.object({ thingId, locale: z.enum(locales).default('zh-CN') }),
  output: PrintedFile,
  refusals: ['registry/no-such-thing'],
  answersWith: 'application/pdf',
})

export const latestLooks = endpoint({
  name: 'registry.latest-looks',
  kind: 'query',
  access: { permission: 'registry.see-looks' },
  summary: 'The latest looks at anybody’s data, for the audit; whose data it was is a number here, not a name.',
  input: z.object({
    ...pageInput,
    byId: z.string().max(60).optional(),
  }),
  output: pageOf(Look.extend({ thingId: z.string(), byId: z.string() })),
  refusals: [],
})

export const askCorrection = endpoint({
  name: 'registry.ask-correction',
  kind: 'command',
  access: { permission: 'registry.write' },
  summary: 'Takes down that a person says something recorded about them is wrong.',
  input: z.object({ correctionId: z.uuid(), thingId, field: z.string().max(40), wanted: FieldInput, reason: Reason }),
  output: z.object({ correctionId: z.string(), dueOn: z.string() }),
  refusals: ['registry/no-such-thing', 'registry/fields-wrong', 'registry/thing-id-taken'],
})

export const decideCorrection = endpoint({
  name: 'registry.decide-correction',
  kind: 'command',
  access: { permission: 'registry.settle' },
  summary: 'Accepts or refuses a request for correction, with the answer to the person.',
  input: z.object({ correctionId: z.uuid(), outcome: z.enum(['accepted', 'refused']), answer: Reason }),
  output: z.object({ correctionId: z.string() }),
  refusals: ['registry/no-such-correction'],
})

export const listCorrections = endpoint({
  name: 'registry.corrections',
  kind: 'query',
  access: { permission: 'registry.settle' },
  summary: 'Requests for correction that wait, the one due first before the others; or those of one person.',
  input: z.object({ ...pageInput, thingId: thingId.optional() }),
  output: pageOf(
    z.object({
      correctionId: z.string(),
      thingId: z.string(),
      title: z.string(),
      kind: z.string(),
      field: z.string(),
      stands: z.string().nullable(),
      wanted: z.string().nullable(),
      reason: z.string(),
      askedAt: z.string(),
      dueOn: z.string(),
      outcome: z.enum(['accepted', 'refused']).nullable(),
      answer: z.string().nullable(),
    }),
  ),
  refusals: [],
})

export const giveConsent = endpoint({
  name: 'registry.give-consent',
  kind: 'command',
  access: { permission: 'registry.write' },
  summary: 'Records what a person agreed to, for which purpose and how.',
  input: z.object({
    consentId: z.uuid(),
    personId: z.uuid(),
    purpose: z.string().min(2).max(100).transform(cleanLine),
    /** The care list that it is for; then whoever may see that list sees the consent, and nobody else. */
    careGroup: z.enum(careGroups).optional(),
    way: z.enum(consentWays),
    givenOn: Day,
    untilOn: Day.optional(),
  }),
  output: z.object({ consentId: z.string() }),
  refusals: ['registry/no-such-thing', 'registry/day-wrong', 'registry/may-not-see', 'registry/guardian-consents'],
})

export const withdrawConsent = endpoint({
  name: 'registry.withdraw-consent',
  kind: 'command',
  access: 'signed-in',
  summary:
    'Records that a person withdrew what they had agreed to, and takes them off the care list that rested on nothing else.',
  input: z.object({ consentId: z.uuid(), on: Day }),
  output: z.object({
    consentId: z.string(),
    /** Lists that the person is off now, and those on which they stay by a duty. Only such as the caller may see. */
    ended: z.array(z.enum(careGroups)),
    stays: z.array(z.object({ group: z.enum(careGroups), source: z.string().nullable() })),
  }),
  refusals: ['registry/no-such-thing', 'registry/day-wrong'],
})

export const listConsents = endpoint({
  name: 'registry.consents',
  kind: 'query',
  access: { permission: 'registry.read' },
  summary: 'What one person agreed to and withdrew.',
  input: z.object({ personId: z.uuid() }),
  output: z.object({
    rows: z.array(
      z.object({
        consentId: z.string(),
        purpose: z.string(),
        careGroup: z.enum(careGroups).nullable(),
        way: z.enum([...consentWays, 'not-noted']),
        givenOn: z.string(),
        untilOn: z.string().nullable(),
        withdrawnOn: z.string().nullable(),
      }),
    ),
  }),
  refusals: ['registry/no-such-thing'],
})

const group = z.enum(careGroups)

export const CarePolicy = z.object({
  group,
  isOn: z.boolean(),
  purpose: z.string(),
  visitDays: z.int(),
  keepDays: z.int(),
  version: z.int(),
  reason: z.string().nullable(),
  at: z.string().nullable(),
})

export const listCarePolicies = endpoint({
  name: 'registry.care-policies',
  kind: 'query',
  access: 'signed-in',
  summary: 'Which lists of people who need care the place keeps, for what, and for how long.',
  input: z.object({}),
  output: z.object({ rows: z.array(CarePolicy) }),
  refusals: [],
})

export const putCarePolicy = endpoint({
  name: 'registry.put-care-policy',
  kind: 'command',
  access: { permission: 'registry.protect' },
  summary: 'Turns a list of people who need care on or off, and sets its rhythm and its end, with a reason.',
  input: z.object({
    group,
    isOn: z.boolean(),
    visitDays: z.int().min(1).max(730),
    keepDays: z.int().min(30).max(3650),
    reason: Reason,
  }),
  output: CarePolicy,
  refusals: [],
})

export const enlist = endpoint({
  name: 'registry.enlist',
  kind: 'command',
  access: 'signed-in',
  summary: 'Puts a person on a list of people who need care, with the cause and what it rests on.',
  input: z.object({
    careId: z.uuid(),
    personId: z.uuid(),
    group,
    cause: z.string().max(40),
    basis: z.enum(bases),
    /** By which law, rule or plan, where it needs no consent; left out, what the list itself rests on. */
    source: z.string().min(2).max(200).transform(cleanLine).optional(),
    /** The consent that is given with it, where none for this list is on record. */
    consent: z.object({ consentId: z.uuid(), way: z.enum(consentWays), untilOn: Day.optional() }).optional(),
    since: Day,
  }),
  output: z.object({ careId: z.string(), nextVisitOn: z.string() }),
  refusals: [
    ...(['registry/no-such-thing', 'registry/may-not-see', 'registry/care-is-off', 'registry/fields-wrong'] as const),
    ...([
      'registry/joined-already',
      'registry/day-wrong',
      'registry/consent-missing',
      'registry/guardian-consents',
    ] as const),
  ],
})

export const delist = endpoint({
  name: 'registry.delist',
  kind: 'command',
  access: 'signed-in',
  summary: 'Takes a person off a list, with a reason; the entry is removed when its time is over.',
  input: z.object({ careId: z.uuid(), on: Day, reason: Reason }),
  output: z.object({ careId: z.string() }),
  refusals: ['registry/no-such-thing', 'registry/day-wrong'],
})

export const noteVisit = endpoint({
  name: 'registry.note-visit',
  kind: 'command',
  access: 'signed-in',
  summary: 'Says that a person on a list was visited; the next visit is due after the rhythm of the list.',
  input: z.object({ careId: z.uuid(), on: Day }),
  output: z.object({ careId: z.string(), nextVisitOn: z.string() }),
  refusals: ['registry/no-such-thing', 'registry/day-wrong'],
})

export const listCare = endpoint({
  name: 'registry.care',
  kind: 'query',
  access: 'signed-in',
  summary: 'People on a list whom the caller may see, the next visit first.',
  input: z.object({ group: group.optional(), personId: z.uuid().optional(), gridPath: z.string().max(60).optional() }),
  output: z.object({
    rows: z.array(
      z.object({
        careId: z.string(),
        group,
        personId: z.string(),
        title: z.string(),
        gridNames: z.array(z.string()),
        cause: z.string(),
        basis: z.enum(bases),
        /** By which law, rule or plan, where it needs no consent. */
        source: z.string().nullable(),
        since: z.string(),
        untilOn: z.string().nullable(),
        /** One of the program’s own words, such as `consent-withdrawn`, or a person’s. */
        endReason: z.string().nullable(),
        nextVisitOn: z.string().nullable(),
      }),
    ),
  }),
  refusals: [],
})

/** The clock's, each night; nobody sends it. */
export const endUnfounded = endpoint({
  name: 'registry.end-unfounded',
  kind: 'command',
  access: { permission: 'registry.protect' },
  summary: 'Takes a person off the care lists whose consent has run out.',
  input: z.object({ personId: z.uuid() }),
  output: z.object({ ended: z.array(z.enum(careGroups)) }),
  refusals: [],
})

export const retention = endpoint({
  name: 'registry.retention',
  kind: 'query',
  access: { permission: 'registry.protect' },
  summary: 'What each retention rule would remove today, in numbers, and what was removed before. Removes nothing.',
  input: z.object({}),
  output: z.object({
    rules: z.array(z.object({ rule: z.enum(retentionRules), days: z.int().nullable(), due: z.int() })),
    done: z.array(
      z.object({ at: z.string(), byName: z.string().nullable(), rule: z.enum(retentionRules), erased: z.int() }),
    ),
  }),
  refusals: [],
})

export const cleanUp = endpoint({
  name: 'registry.clean-up',
  kind: 'command',
  access: { permission: 'registry.protect' },
  summary: 'Removes what one retention rule names; nothing that is removed comes back.',
  input: z.object({ rule: z.enum(retentionRules), reason: z.string().min(2).max(200).transform(cleanText) }),
  output: z.object({ erased: z.int() }),
  refusals: [],
})
