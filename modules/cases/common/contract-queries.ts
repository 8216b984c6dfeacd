import { BothNames, classKinds } from '#modules/catalogue/common/index.ts'
import { z } from 'zod'
import { Frame, GridPath, placeRefusals } from '#modules/grid/common/index.ts'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { refusalKinds } from '#platform/kernel/common/refusal.ts'
import { caseActionNames } from './actions.ts'
import { caseSources, caseStatuses } from './case-file.ts'
import { instantNear } from './device-time.ts'
import { CasePage, CaseRow, FollowView, MyReport, NearbyCase } from './presented.ts'

const caseId = z.uuid()

/** What a list, a map or an export is narrowed by. Every filter given must hold; within one, any value will do. */
export const CaseFilters = z.object({
  status: z.array(z.enum(caseStatuses)).max(caseStatuses.length).optional(),
  /** This grid and all below it. */
  gridPath: GridPath.optional(),
  unitId: z.uuid().optional(),
  classKind: z.enum(classKinds).optional(),
  /** A class of five digits, or a major of two. */
  classCode: z
    .string()
    .regex(/^\d{2}(\d{3})?$/)
    .optional(),
  source: z.array(z.enum(caseSources)).max(caseSources.length).optional(),
  /** Reported at or after, and before. */
  from: instantNear.optional(),
  to: instantNear.optional(),
  /** Only what I reported. */
  mine: z.boolean().optional(),
  /** Only what I may move on now, in my present post: "my tasks". */
  waitsForMe: z.boolean().optional(),
  noGrid: z.boolean().optional(),
  /** Words to find: Chinese of two characters and more, Latin words and numbers by their beginning. */
  text: z.string().max(200).optional(),
})
export type CaseFilters = z.infer<typeof CaseFilters>

/** Left out: the weight that holds now. */
const weightOf = z.coerce.number().int().min(0).max(100).optional()

export const listCases = endpoint({
  name: 'cases.list',
  kind: 'query',
  access: { permission: 'cases.read' },
  summary: 'Cases the caller may see, by page.',
  input: CaseFilters.extend({ sort: z.enum(['newest', 'oldest']).default('newest'), ...pageInput }),
  output: pageOf(
    CaseRow.extend({
      /** How much it presses, 0 to 100; null where it has ended, was not weighed yet, or the reader is its reporter. */
      score: z.int().nullable(),
      /** As the inbox says it: 3 very urgent, 2 urgent, 0 as usual. */
      band: z.union([z.literal(0), z.literal(2), z.literal(3)]),
    }),
  ),
  refusals: [],
})

export const previewPriority = endpoint({
  name: 'cases.preview-priority',
  kind: 'query',
  access: { permission: 'settings.read' },
  summary: 'Which open cases would press more or less with other weights. Nothing is changed.',
  input: z.object({
    danger: weightOf,
    people: weightOf,
    repetition: weightOf,
    weak: weightOf,
    time: weightOf,
    urgentFrom: z.coerce.number().int().min(1).max(100).optional(),
    veryUrgentFrom: z.coerce.number().int().min(1).max(100).optional(),
  }),
  output: z.object({
    weights: z.record(z.string(), z.int()),
    urgentFrom: z.int(),
    veryUrgentFrom: z.int(),
    /** Of all open cases of the place, whoever may see them. */
    total: z.int(),
    up: z.int(),
    down: z.int(),
    /** Those that the caller may see, and how many of them change at all. */
    seen: z.int(),
    changed: z.int(),
    /** Those that change between very urgent, urgent and usual first, then those whose score changes most. */
    rows: z.array(
      z.object({
        caseId: z.string(),
        number: z.string(),
        title: z.string(),
        before: z.int(),
        after: z.int(),
        bandBefore: z.int(),
        bandAfter: z.int(),
      }),
    ),
  }),
  refusals: [],
})

/** As a command would answer it, for a sentence before anything is sent. */
const WhyNot = z.object({
  refused: z.literal(true),
  code: z.string(),
  kind: z.enum(refusalKinds),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
})

export const tryStep = endpoint({
  name: 'cases.try-step',
  kind: 'query',
  access: { permission: 'cases.read' },
  summary: 'For one step and some cases: which may take it now, and the rule that stands in the way of each other one.',
  input: z.object({ action: z.enum(caseActionNames), caseIds: z.array(z.uuid()).min(1).max(50) }),
  output: z.object({
    /** Cases that the caller may not see are left out. */
    rows: z.array(
      z.object({
        caseId: z.string(),
        number: z.string(),
        status: z.enum(caseStatuses),
        version: z.int(),
        whyNot: WhyNot.nullable(),
      }),
    ),
  }),
  refusals: [],
})

export const listTakers = endpoint({
  name: 'cases.takers',
  kind: 'query',
  access: { permission: 'cases.file' },
  summary:
    'Posts to which a report of the pool can be given: those on shift first, then by responsibility and distance.',
  input: z.object({ caseId }),
  output: z.object({
    posts: z.array(
      z.object({
        postId: z.string(),
        title: z.string(),
        unitName: z.string(),
        holderName: z.string(),
        /** Null when the post does not work in shifts. */
        isOnShift: z.boolean().nullable(),
      }),
    ),
  }),
  refusals: ['cases/not-found'],
})

export const showCase = endpoint({
  name: 'cases.show',
  kind: 'query',
  access: { permission: 'cases.read' },
  summary: 'One case: everything on its page, with what the caller may do now.',
  input: z.object({ caseId }),
  output: CasePage,
  refusals: ['cases/not-found'],
})

export const nearbyCases = endpoint({
  name: 'cases.nearby',
  kind: 'query',
  access: { permission: 'cases.read' },
  summary: 'Cases near a place, likeliest duplicates first, each with the reason why it is shown.',
  input: z.object({
    lon: z.number(),
    lat: z.number(),
    frame: Frame.optional(),
    classKind: z.enum(classKinds).optional(),
    classCode: z
      .string()
      .regex(/^\d{5}$/)
      .optional(),
    /** This case itself is left out; its time counts instead of now. */
    caseId: caseId.optional(),
  }),
  output: z.object({
    radiusMetres: z.number(),
    hours: z.number(),
    widerMetres: z.number(),
    cases: z.array(NearbyCase),
  }),
  refusals: placeRefusals,
})

export const followCase = endpoint({
  name: 'cases.follow',
  kind: 'query',
  access: 'public',
  summary: 'How far a report has come, in plain words, for whoever has its number and follow code.',
  input: z.object({ number: z.string().max(40), followCode: z.string().max(40) }),
  output: FollowView,
  refusals: ['cases/wrong-code', 'cases/too-many-wrong-codes'],
  callsAMinute: 30,
})

export const followOwnCase = endpoint({
  name: 'cases.follow-own',
  kind: 'query',
  access: 'signed-in',
  summary: 'The same for the signed-in reporter, without a code.',
  input: z.object({ caseId }),
  output: FollowView,
  refusals: ['cases/not-found'],
})

export const myReports = endpoint({
  name: 'cases.my-reports',
  kind: 'query',
  access: 'signed-in',
  summary: 'What the caller reported, newest first.',
  input: z.object(pageInput),
  output: pageOf(MyReport),
  refusals: [],
})

export const countCases = endpoint({
  name: 'cases.counts',
  kind: 'query',
  access: { permission: 'cases.read' },
  summary: 'How many cases the caller may see in each status, and how many wait for the caller.',
  input: z.object({ gridPath: GridPath.optional() }),
  output: z.object({ byStatus: z.record(z.enum(caseStatuses), z.int()), waitsForMe: z.int(), total: z.int() }),
  refusals: [],
})

const CatalogueClass = z.object({
  code: z.string(),
  /** For a component: its own name; `fault` is what a case about it is called. */
  name: BothNames,
  fault: BothNames.nullable(),
  /** Codes of GB/T 30428.2-2013 that became this class. */
  oldCodes: z.array(z.string()),
})

export const listClasses = endpoint({
  name: 'cases.classes',
  kind: 'query',
  access: 'public',
  summary: 'The catalogue of GB/T 47678.5-2026: components and events by major class, with the codes they had before.',
  input: z.object({}),
  output: z.object({
    standard: z.string(),
    majors: z.array(
      z.object({
        kind: z.enum(classKinds),
        code: z.string(),
        name: BothNames,
        classes: z.array(CatalogueClass),
      }),
    ),
  }),
  refusals: [],
})

export const listUnits = endpoint({
  name: 'cases.units',
  kind: 'query',
  access: { permission: 'cases.see-units' },
  summary: 'The departments a case can be sent to.',
  input: z.object({}),
  output: z.object({ units: z.array(z.object({ unitId: z.string(), name: z.string() })) }),
  refusals: [],
})

export const listLeaveOutReasons = endpoint({
  name: 'cases.leave-out-reasons',
  kind: 'query',
  access: { permission: 'cases.leave-out' },
  summary: 'The reasons for which the place leaves a single case out of its rates.',
  input: z.object({}),
  output: z.object({ reasons: z.array(z.string()) }),
  refusals: [],
})

export const casePoints = endpoint({
  name: 'cases.points',
  kind: 'query',
  access: { permission: 'cases.read' },
  summary: 'Cases on the map inside a box: single points, or clusters with counts when there are too many.',
  input: CaseFilters.extend({
    /** West, south, east, north. */
    bbox: z.tuple([
      z.number().min(-180).max(180),
      z.number().min(-90).max(90),
      z.number().min(-180).max(180),
      z.number().min(-90).max(90),
    ]),
  }),
  output: z.object({
    points: z.array(
      z.object({
        caseId: z.string(),
        number: z.string(),
        title: z.string(),
        status: z.enum(caseStatuses),
        lon: z.number(),
        lat: z.number(),
        photo: z.string().nullable(),
      }),
    ),
    clusters: z.array(z.object({ lon: z.number(), lat: z.number(), count: z.int(), open: z.int() })),
    total: z.int(),
  }),
  refusals: [],
})

export const listViews = endpoint({
  name: 'cases.list-views',
  kind: 'query',
  access: 'signed-in',
  summary: 'The caller’s saved views, by name.',
  input: z.object({}),
  output: z.object({
    views: z.array(z.object({ viewId: z.string(), name: z.string(), filters: z.record(z.string(), z.json()) })),
  }),
  refusals: [],
})
