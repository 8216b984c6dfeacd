import { Material } from './materials.ts'
import { BothNames, classKinds } from '#modules/catalogue/common/index.ts'
import { z } from 'zod'
import { limitClocks } from '#platform/worktime/common/index.ts'
import { criteria } from './priority.ts'
import { caseActionNames, tasks } from './actions.ts'
import { caseLevels, caseSources, caseStatuses, photoRoles } from './case-file.ts'

/** The shapes in which cases leave the building. */

const instant = z.string()
const Point = z.object({ lon: z.number(), lat: z.number() })

/** Who must do the next step. `centre` is whoever holds the permission where the case is; `none` when it has ended. */
export const Holder = z.object({
  kind: z.enum(['centre', 'unit', 'post', 'none']),
  /** Name of the unit, or title of the post. */
  name: z.string().nullable(),
  /** Who holds the post now; null when vacant, or not for the reader to know. */
  personName: z.string().nullable(),
})
export type Holder = z.infer<typeof Holder>

/** One line of a list, a card of "my tasks", the head of the case page. */
export const CaseRow = z.object({
  caseId: z.string(),
  number: z.string(),
  status: z.enum(caseStatuses),
  source: z.enum(caseSources),
  /** Given by the reporter or at filing; else the first words of the description. Never empty. */
  title: z.string(),
  classKind: z.enum(classKinds).nullable(),
  classCode: z.string().nullable(),
  /** What is the matter, by the catalogue: 供水井盖异常, 暴露垃圾. Null until filed. */
  className: BothNames.nullable(),
  gridPath: z.string(),
  /** Names of the grids from the top down to where it is. */
  gridNames: z.array(z.string()),
  noGrid: z.boolean(),
  point: Point.nullable(),
  address: z.string().nullable(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  holder: Holder,
  /** What it waits for, and whether the reader (in the present post) may do that. */
  task: z.enum(tasks).nullable(),
  waitsForMe: z.boolean(),
  reworkCount: z.int(),
  /** When the stage that it is in is due, and how near that is; null while it rests or has no limit. */
  dueAt: instant.nullable(),
  light: z.enum(['green', 'yellow', 'orange', 'red']).nullable(),
  level: z.enum(caseLevels),
  isSimple: z.boolean(),
  /** A unit has given it back, and it has not been dispatched anew. */
  isReturned: z.boolean(),
  suspendedUntil: instant.nullable(),
  /** The number it has where it came from. */
  foreignNumber: z.string().nullable(),
  /** The first photo, for a thumbnail. */
  photo: z.string().nullable(),
  photoCount: z.int(),
  reportedAt: instant,
  /** Since when in this status. */
  since: instant,
  version: z.int(),
})
export type CaseRow = z.infer<typeof CaseRow>

export const Photo = z.object({ fileId: z.string(), role: z.enum(photoRoles), at: instant })
export type Photo = z.infer<typeof Photo>

/** The words for each are `cases.event.<type>`. */
export const entryTypes = [
  'reported',
  'accepted',
  'refused',
  'joined',
  'filed',
  'dispatched',
  'returned',
  'handled',
  'verified',
  'not-passed',
  'closed',
  'reworked',
  'rated',
  'claimed',
  'released',
  'assigned',
  'check-asked',
  'check-reported',
  'check-not-found',
  'handled-on-spot',
  'assist-done',
  'split',
  'linked',
  'unlinked',
  'verifier-asked',
  'disputed',
  'ruled',
  'extension-asked',
  'extension-approved',
  'extended',
  'extension-refused',
  'suspension-asked',
  'suspended',
  'suspension-refused',
  'resumed',
  'appealed',
  'appeal-supported',
  'exempted',
  'appeal-refused',
  'leave-out-asked',
  'left-out',
  'leave-out-refused',
  'counted-again',
  'urged',
  'instructed',
  'voided',
  'force-closed',
  'reopened',
  'raised',
  'assigned-down',
  'noted',
  'grid-moved',
] as const
export type EntryType = (typeof entryTypes)[number]

/** One entry of the history, oldest first. `unitName`, `postTitle` and `personName` say who did it. */
export const TimelineEntry = z.object({
  version: z.int(),
  at: instant,
  type: z.enum(entryTypes),
  by: z.object({
    kind: z.enum(['staff', 'resident']),
    personName: z.string().nullable(),
    postTitle: z.string().nullable(),
    unitName: z.string().nullable(),
  }),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  /** `handled`: what was used up. */
  materials: z.array(Material),
  photos: z.array(z.string()),
  /** `dispatched`: to which unit. `handled`: which post was asked to verify. */
  to: z.string().nullable(),
  /** `filed`. */
  className: BothNames.nullable(),
  /** `joined`; null also when the reader may not see that case. */
  into: z.object({ caseId: z.string(), number: z.string() }).nullable(),
  /** `rated`. */
  rating: z.object({ stars: z.int(), solved: z.boolean() }).nullable(),
  /** Of a rest that was asked for or given. */
  until: instant.nullable(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

const Other = z.object({ caseId: z.string(), number: z.string() })
const LimitShape = z.object({ clock: z.enum(limitClocks), amount: z.number() })

/** One limit of a case as it reads now; `assist:<unit>` and `handle:<unit>` say whose. */
export const PageTimer = z.object({
  name: z.string(),
  limit: LimitShape,
  startedAt: instant,
  dueAt: instant.nullable(),
  endedAt: instant.nullable(),
  state: z.enum(['running', 'paused', 'stopped']),
  isOverdue: z.boolean(),
  isExempt: z.boolean(),
  light: z.enum(['green', 'yellow', 'orange', 'red']),
  /** Years that it counts through and whose holidays nobody has entered: it may be due on another day. */
  uncoveredYears: z.array(z.int()),
})

export const CasePage = CaseRow.extend({
  timers: z.array(PageTimer),
  /** Where it stands in the procedure beside its status. */
  procedure: z.object({
    /** Under which filing condition, in the words of the version that held then. */
    condition: z
      .object({ conditionId: z.string(), version: z.int(), condition: z.string(), closing: z.string() })
      .nullable(),
    limit: LimitShape.nullable(),
    claimedBy: z.string().nullable(),
    isClaimedByMe: z.boolean(),
    isChecking: z.boolean(),
    checkFound: z.boolean().nullable(),
    assistants: z.array(z.object({ unitId: z.string(), unitName: z.string().nullable(), isDone: z.boolean() })),
    children: z.array(Other),
    parent: Other.nullable(),
    links: z.array(Other),
    dispute: z.object({ reason: z.string() }).nullable(),
    extension: z.object({ reason: z.string(), isApproved: z.boolean() }).nullable(),
    extensionCount: z.int(),
    suspension: z.object({ reason: z.string(), until: instant }).nullable(),
    appeal: z.object({ reason: z.string(), isSupported: z.boolean() }).nullable(),
    /** Asked for: that the rates of response, resolution and satisfaction leave it out. */
    leaveOut: z.object({ reason: z.string(), note: z.string() }).nullable(),
    leftOut: z.object({ reason: z.string(), note: z.string(), at: instant }).nullable(),
    isExempt: z.boolean(),
    urgedCount: z.int(),
    instructedCount: z.int(),
    reopenCount: z.int(),
  }),
  description: z.string(),
  accuracyMetres: z.number().nullable(),
  /** The frame the coordinates came in; `point` is always WGS 84. */
  frame: z.string().nullable(),
  /** The device's clock beside the server's (`reportedAt`); `offSeconds` only when it was clearly wrong. */
  clock: z.object({ madeAt: instant.nullable(), offSeconds: z.number().nullable() }),
  /** Always masked (张**, 138****5678). `maySee`: the reader may ask for it with `cases.see-reporter` and a reason. */
  reporter: z
    .object({ name: z.string().nullable(), phone: z.string().nullable(), signedIn: z.boolean(), maySee: z.boolean() })
    .nullable(),
  photos: z.array(Photo),
  timeline: z.array(TimelineEntry),
  joinedInto: z.object({ caseId: z.string(), number: z.string() }).nullable(),
  /** Reports that were joined into this case. */
  joinedHere: z.array(z.object({ caseId: z.string(), number: z.string(), title: z.string(), reportedAt: instant })),
  rating: z.object({ stars: z.int(), solved: z.boolean(), comment: z.string().nullable() }).nullable(),
  /** How much an open case presses, 0 to 100, and what gave how many of the points. */
  priority: z
    .object({
      score: z.int(),
      reasons: z.array(
        z.object({ criterion: z.enum(criteria), degree: z.number(), points: z.number(), found: z.string() }),
      ),
    })
    .nullable(),
  /** Everything the reader may do with it now, by the same table that the server decides with. */
  allowed: z.array(z.enum(caseActionNames)),
})
export type CasePage = z.infer<typeof CasePage>

/** Why a case near by is shown as perhaps the same matter. Words: `cases.nearby.<reason>`. */
export const nearbyReasons = ['near-and-recent', 'same-class-open', 'near-and-open', 'around'] as const

export const NearbyCase = CaseRow.extend({
  distanceMetres: z.number(),
  sameClass: z.boolean(),
  reason: z.enum(nearbyReasons),
})
export type NearbyCase = z.infer<typeof NearbyCase>

/** The steps as a resident is told them. Words: `cases.follow.<step>`, and `cases.follow.<step>.next` while awaited. */
export const followSteps = [
  'received',
  'accepted',
  'filed',
  'dispatched',
  'handled',
  'verified',
  'closed',
  'refused',
  'joined',
  'returned',
  'again',
  'looked-at',
  'longer',
  'suspended',
  'resumed',
  'voided',
  'reopened',
  'raised',
] as const

/** In which part somebody acts. Words: `cases.role.<role>`. */
export const followRoles = ['reporter', 'acceptor', 'duty-chief', 'dispatcher', 'department', 'grid-worker'] as const

/** What the portal shows: plain steps, who does what next. Units and roles only, no names of people. */
export const FollowView = z.object({
  caseId: z.string(),
  number: z.string(),
  status: z.enum(caseStatuses),
  title: z.string(),
  className: BothNames.nullable(),
  address: z.string().nullable(),
  gridNames: z.array(z.string()),
  reportedAt: instant,
  steps: z.array(
    z.object({
      step: z.enum(followSteps),
      at: instant,
      role: z.enum(followRoles),
      unitName: z.string().nullable(),
      /** What was done, or why not, in the words of whoever did it. */
      text: z.string().nullable(),
      /** `pass` opens the photo for a while without signing in: `/api/files/<fileId>?size=small&pass=<pass>`. */
      photos: z.array(z.object({ fileId: z.string(), pass: z.string() })),
    }),
  ),
  /** What happens next and who does it; null when it has ended. */
  next: z
    .object({ step: z.enum(followSteps), role: z.enum(followRoles), unitName: z.string().nullable(), since: instant })
    .nullable(),
  /** Set when this report was joined into another case: the steps from then on are that case's. */
  joinedInto: z.string().nullable(),
  mayRate: z.boolean(),
  mayReopen: z.boolean(),
  rating: z.object({ stars: z.int(), solved: z.boolean(), comment: z.string().nullable() }).nullable(),
})
export type FollowView = z.infer<typeof FollowView>

/** One line of "what I reported". */
export const MyReport = z.object({
  caseId: z.string(),
  number: z.string(),
  status: z.enum(caseStatuses),
  title: z.string(),
  address: z.string().nullable(),
  photo: z.string().nullable(),
  reportedAt: instant,
  since: instant,
  next: z.object({ step: z.enum(followSteps), role: z.enum(followRoles), unitName: z.string().nullable() }).nullable(),
  mayRate: z.boolean(),
})
export type MyReport = z.infer<typeof MyReport>
