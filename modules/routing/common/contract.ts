import { z } from 'zod'
import { BothNames, classKinds } from '#modules/catalogue/common/index.ts'
import { GridPath } from '#modules/grid/common/index.ts'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { cleanText } from '#platform/kernel/common/clean-text.ts'
import { lostReasons } from './rule.ts'

const needed = z.string().max(500).transform(cleanText).pipe(z.string().min(1))
const day = z.iso.date()
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const minute = z.int().min(0).max(1439)

const terms = {
  gridPath: GridPath.nullable(),
  classKind: z.enum(classKinds).nullable(),
  /** How the code begins; empty for all of the kind. */
  classStart: z.string().regex(/^\d{0,8}$/),
  /** 1 Monday to 7 Sunday; none means every day. */
  weekdays: z.array(z.int().min(1).max(7)).max(7),
  /** Minutes after midnight; an end at or before the beginning is on the next day. */
  hours: z.object({ from: minute, until: minute }).nullable(),
  validFrom: day,
  validUntil: day.nullable(),
}

const RuleShape = z.object({
  ruleId: z.string(),
  version: z.int(),
  ...terms,
  gridPath: z.string().nullable(),
  gridName: z.string().nullable(),
  className: BothNames.nullable(),
  unitId: z.string(),
  unitName: z.string().nullable(),
  /** What it speaks of, in one line. */
  words: BothNames,
  reason: z.string(),
  /** The case whose ruling it came from. */
  fromCase: z.object({ caseId: z.string(), number: z.string() }).nullable(),
  isEnded: z.boolean(),
  writtenAt: z.string(),
})
export type RuleShape = z.infer<typeof RuleShape>

export const putRule = endpoint({
  name: 'routing.put-rule',
  kind: 'command',
  access: { permission: 'routing.edit' },
  summary: 'Writes a routing rule, or its next version. Earlier versions stay; `seenVersion` is 0 for a new rule.',
  input: z.object({
    ruleId: z.uuid(),
    seenVersion: z.int().min(0),
    ...terms,
    unitId: z.string().max(60),
    reason: needed,
  }),
  output: z.object({ ruleId: z.string(), version: z.int() }),
  refusals: [
    'routing/no-such-rule',
    'routing/rule-changed',
    'routing/rule-ended',
    'routing/not-your-place',
    'routing/unknown-grid',
    'routing/unknown-class',
    'routing/unknown-unit',
    'routing/days-turned',
  ],
})

export const endRule = endpoint({
  name: 'routing.end-rule',
  kind: 'command',
  access: { permission: 'routing.edit' },
  summary: 'Ends a routing rule for good, with a reason. Its versions stay readable.',
  input: z.object({ ruleId: z.uuid(), seenVersion: z.int().min(1), reason: needed }),
  output: z.object({ ruleId: z.string(), version: z.int() }),
  refusals: ['routing/no-such-rule', 'routing/rule-changed', 'routing/rule-ended', 'routing/not-your-place'],
})

export const listRules = endpoint({
  name: 'routing.list-rules',
  kind: 'query',
  access: { permission: 'routing.read' },
  summary: 'Routing rules: all, or those that touch a place or send to a unit.',
  input: z.object({
    gridPath: GridPath.optional(),
    unitId: z.string().max(60).optional(),
    withEnded: z.boolean().default(false),
  }),
  output: z.object({
    rows: z.array(RuleShape.extend({ mayEdit: z.boolean() })),
    /** Of all that fit, also of those that are not among the rows. */
    total: z.int(),
  }),
  refusals: [],
})

export const showRule = endpoint({
  name: 'routing.show-rule',
  kind: 'query',
  access: { permission: 'routing.read' },
  summary: 'Every version of one routing rule, the latest first, with who wrote it.',
  input: z.object({ ruleId: z.uuid() }),
  output: z.object({ versions: z.array(RuleShape.extend({ writtenBy: z.string().nullable() })) }),
  refusals: ['routing/no-such-rule'],
})

export const ruleChoices = endpoint({
  name: 'routing.choices',
  kind: 'query',
  access: { permission: 'routing.read' },
  summary: 'What a rule can be made of: majors and classes of the catalogue, and units that handle cases.',
  input: z.object({}),
  output: z.object({
    classes: z.array(z.object({ kind: z.enum(classKinds), start: z.string(), isMajor: z.boolean(), name: BothNames })),
    units: z.array(z.object({ unitId: z.string(), name: z.string() })),
  }),
  refusals: [],
})

export const dryRun = endpoint({
  name: 'routing.dry-run',
  kind: 'query',
  access: { permission: 'routing.read' },
  summary: 'Which rule would decide for a place, class and moment, and why each of the others would not.',
  input: z.object({
    /** Everywhere, when none is given: then only rules without a place can speak. */
    gridPath: GridPath.optional(),
    classKind: z.enum(classKinds),
    classCode: z.string().regex(/^\d{5}$/),
    /** Now, when none is given. */
    at: z.iso.datetime().optional(),
  }),
  output: z.object({
    winner: RuleShape.nullable(),
    /** The nearest to winning first, then those that do not speak of it; fifty at most. */
    others: z.array(z.object({ rule: RuleShape, lost: z.enum(lostReasons) })),
    total: z.int(),
  }),
  refusals: ['routing/unknown-grid', 'routing/unknown-class'],
})

export const compareRules = endpoint({
  name: 'routing.compare',
  kind: 'query',
  access: { permission: 'routing.read' },
  summary:
    'The latest closed cases that the actor may see: where each went, and where the rules of today would send it.',
  input: z.object({ limit: z.int().min(1).max(100).default(50) }),
  output: z.object({
    rows: z.array(
      z.object({
        caseId: z.string(),
        number: z.string(),
        gridName: z.string().nullable(),
        className: BothNames.nullable(),
        wentTo: z.string().nullable(),
        /** Null when no rule speaks of it. */
        rule: z.object({ ruleId: z.string(), unitName: z.string().nullable(), words: BothNames }).nullable(),
        isSame: z.boolean(),
      }),
    ),
    same: z.int(),
    other: z.int(),
    noRule: z.int(),
  }),
  refusals: [],
})

const Shift = z.object({
  shiftId: z.string(),
  postId: z.string(),
  day: z.string(),
  from: z.string(),
  until: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  /** Title of the post that was planned first. */
  standsInFor: z.string().nullable(),
  reason: z.string().nullable(),
  isNow: z.boolean(),
})
export type Shift = z.infer<typeof Shift>

export const showRoster = endpoint({
  name: 'routing.show-roster',
  kind: 'query',
  access: { permission: 'routing.see-shifts' },
  summary: 'Who of a unit is on shift when, for some days; of one’s own unit when none is named.',
  input: z.object({ unitId: z.string().max(60).optional(), from: day, days: z.int().min(1).max(31).default(7) }),
  output: z.object({
    unitId: z.string().nullable(),
    unitName: z.string().nullable(),
    mayPlan: z.boolean(),
    days: z.array(z.string()),
    posts: z.array(z.object({ postId: z.string(), title: z.string(), holderName: z.string().nullable() })),
    shifts: z.array(Shift),
    /** Units that work in shifts, and one’s own. */
    units: z.array(z.object({ unitId: z.string(), name: z.string() })),
  }),
  refusals: [],
})

export const planShifts = endpoint({
  name: 'routing.plan-shifts',
  kind: 'command',
  access: { permission: 'routing.plan-shifts' },
  summary: 'Sets the shifts of posts of a unit, day by day; what was planned for such a day is replaced.',
  input: z.object({
    unitId: z.string().max(60),
    days: z
      .array(
        z.object({ postId: z.string().max(60), day, spans: z.array(z.object({ from: time, until: time })).max(4) }),
      )
      .min(1)
      .max(700),
  }),
  output: z.object({ planned: z.int(), removed: z.int() }),
  refusals: [
    'routing/other-unit',
    'routing/unknown-post',
    'routing/two-shifts-at-once',
    'routing/day-over',
    'routing/day-too-far',
    'routing/same-day-twice',
  ],
})

export const substitute = endpoint({
  name: 'routing.substitute',
  kind: 'command',
  access: { permission: 'routing.plan-shifts' },
  summary: 'Another post of the unit stands in for a shift, with a reason.',
  input: z.object({ shiftId: z.uuid(), postId: z.string().max(60), reason: needed }),
  output: z.object({ shiftId: z.string() }),
  refusals: [
    'routing/no-such-shift',
    'routing/shift-over',
    'routing/other-unit',
    'routing/unknown-post',
    'routing/two-shifts-at-once',
    'routing/stands-in-for-itself',
  ],
})
