import { z } from 'zod'
import { reportCase } from '#modules/cases/common/index.ts'
import { GridPath, PlaceInput } from '#modules/grid/common/index.ts'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { cleanText } from '#platform/kernel/common/clean-text.ts'
import { checklistKinds, mostItems } from './checklist.ts'
import { mostPoints, mostSpans, timeOfDay } from './plan.ts'
import { itemStates, skipReasons } from './round.ts'

const written = (most: number) => z.string().max(most).transform(cleanText)
const needed = (most: number) => written(most).pipe(z.string().min(1))
const walking = { permission: 'patrol.walk' }
const reading = { permission: 'patrol.read' }
const planning = { permission: 'patrol.plan' }
const Degrees = z.object({ lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) })
const roundId = z.string().max(80)
const pointId = z.string().min(1).max(60)
/** When it was, by the phone's clock; one that lies ahead of the server's is taken as now. */
const at = z.iso.datetime()

const Point = z.object({
  pointId,
  name: needed(60),
  place: Degrees.nullable(),
  indoors: z.boolean(),
  checklistId: z.string().min(1).max(60),
  note: written(200),
})
const Rhythm = z.object({
  /** Days of the week, Monday is 1. */
  weekdays: z.array(z.int().min(1).max(7)).max(7),
  spans: z
    .array(z.object({ name: needed(20), from: z.string().regex(timeOfDay), until: z.string().regex(timeOfDay) }))
    .max(mostSpans),
})

const ofPlan = {
  planId: z.uuid(),
  title: needed(60),
  gridPath: GridPath,
  postId: z.string().min(1).max(60),
  points: z.array(Point).max(mostPoints),
  rhythm: Rhythm,
  validFrom: z.iso.date(),
  validUntil: z.iso.date().nullable(),
}

export const writePlan = endpoint({
  name: 'patrol.write-plan',
  kind: 'command',
  access: planning,
  summary: 'Writes a patrol plan or a new version of it; rounds that have begun keep the old one.',
  input: z.object({
    ...ofPlan,
    /** The version that one saw; 0 for a plan that is new. */
    version: z.int().min(0),
  }),
  output: z.object({ planId: z.string(), version: z.int() }),
  refusals: [
    'patrol/no-such-plan',
    'patrol/no-such-grid',
    'patrol/no-such-post',
    'patrol/no-such-checklist',
    'patrol/rhythm-unclear',
    'patrol/points-unclear',
    'patrol/other-version',
  ],
})

export const Plan = z.object({
  ...ofPlan,
  version: z.int(),
  gridNames: z.array(z.string()),
  postTitle: z.string().nullable(),
  /** Null while the post is vacant. */
  holderName: z.string().nullable(),
  mayChange: z.boolean(),
})
export type Plan = z.infer<typeof Plan>

export const listPlans = endpoint({
  name: 'patrol.plans',
  kind: 'query',
  access: reading,
  summary: 'Patrol plans in the place one may see, those that have ended on demand.',
  input: z.object({ gridPath: GridPath.optional(), ended: z.boolean().default(false) }),
  output: z.object({ rows: z.array(Plan) }),
  refusals: [],
})

export const listWalkers = endpoint({
  name: 'patrol.walkers',
  kind: 'query',
  access: planning,
  summary: 'Posts that may walk a patrol, in the places for which one writes plans; vacant ones too.',
  input: z.object({}),
  output: z.object({
    posts: z.array(
      z.object({
        postId: z.string(),
        title: z.string(),
        gridPath: z.string(),
        gridNames: z.array(z.string()),
        holderName: z.string().nullable(),
      }),
    ),
  }),
  refusals: [],
})

const Item = z.object({ code: z.string().min(1).max(40), text: needed(120) })
const List = z.object({
  checklistId: z.string().min(1).max(60),
  version: z.int(),
  kind: z.enum(checklistKinds),
  name: z.string(),
  items: z.array(z.object({ code: z.string(), text: z.string() })),
})

export const writeChecklist = endpoint({
  name: 'patrol.write-checklist',
  kind: 'command',
  access: planning,
  summary: 'Writes a checklist or a new version of it; rounds that have begun keep the old one.',
  input: z.object({
    checklistId: z.string().regex(/^[a-z0-9-]{1,60}$/),
    /** The version that one saw; -1 for a list that is new. */
    version: z.int().min(-1),
    kind: z.enum(checklistKinds),
    name: needed(40),
    items: z.array(Item).min(1).max(mostItems),
  }),
  output: z.object({ checklistId: z.string(), version: z.int() }),
  refusals: ['patrol/other-version', 'patrol/points-unclear'],
})

export const listChecklists = endpoint({
  name: 'patrol.checklists',
  kind: 'query',
  access: reading,
  summary: 'The checklists in force, own ones and those that came along.',
  input: z.object({}),
  output: z.object({ rows: z.array(List) }),
  refusals: [],
})

const Coverage = z.object({ due: z.int(), checked: z.int(), late: z.int(), skipped: z.int(), left: z.int() })

export const Round = z.object({
  roundId: z.string(),
  planId: z.string(),
  title: z.string(),
  spanName: z.string(),
  day: z.string(),
  fromAt: z.string(),
  untilAt: z.string(),
  gridPath: z.string(),
  gridNames: z.array(z.string()),
  postId: z.string(),
  postTitle: z.string().nullable(),
  holderName: z.string().nullable(),
  state: z.enum(['waiting', 'walking', 'ended']),
  begunAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  coverage: Coverage,
  found: z.int(),
})
export type Round = z.infer<typeof Round>

const WalkedPoint = z.object({
  ...Point.shape,
  state: z.enum(['left', 'checked', 'late', 'skipped']),
  at: z.string().nullable(),
})

/** What a walker needs without a signal: the round, its points and what to look at. */
export const WalkedRound = z.object({ ...Round.shape, points: z.array(WalkedPoint), checklists: z.array(List) })
export type WalkedRound = z.infer<typeof WalkedRound>

export const myRounds = endpoint({
  name: 'patrol.my-rounds',
  kind: 'query',
  access: walking,
  summary: 'Rounds of all one’s posts that run now or begin within some days, with their points and checklists.',
  input: z.object({ days: z.int().min(1).max(7).default(2) }),
  output: z.object({ rounds: z.array(WalkedRound) }),
  refusals: [],
})

const stepped = z.object({ roundId: z.string(), state: z.enum(['waiting', 'walking', 'ended']), coverage: Coverage })

export const beginRound = endpoint({
  name: 'patrol.begin-round',
  kind: 'command',
  access: walking,
  summary: 'Begins a round. Looking at its first point does the same.',
  input: z.object({ roundId, at }),
  output: stepped,
  refusals: ['patrol/no-such-round', 'patrol/too-old'],
})

export const checkPoint = endpoint({
  name: 'patrol.check-point',
  kind: 'command',
  access: walking,
  summary: 'Tells what one saw at a point; what is wrong becomes a case at once.',
  input: z.object({
    roundId,
    pointId,
    at,
    results: z.array(z.object({ item: z.string().max(40), state: z.enum(itemStates) })).max(mostItems),
    findings: z
      .array(
        z.object({
          caseId: z.uuid(),
          item: z.string().max(40).nullable().default(null),
          text: needed(500),
          photos: z.array(z.uuid()).max(9).default([]),
        }),
      )
      .max(10)
      .default([]),
    /** Where the findings are; left out, at the point. */
    place: PlaceInput.optional(),
    note: written(500).default(''),
  }),
  output: z.object({
    ...stepped.shape,
    cases: z.array(z.object({ caseId: z.string(), number: z.string() })),
  }),
  refusals: [
    'patrol/no-such-round',
    'patrol/no-such-point',
    'patrol/no-such-item',
    'patrol/too-old',
    'patrol/may-not-report',
    ...reportCase.refusals,
  ],
})

export const skipPoint = endpoint({
  name: 'patrol.skip-point',
  kind: 'command',
  access: walking,
  summary: 'Says why a point was not looked at, on the round or afterwards.',
  input: z.object({ roundId, pointId, at, reason: z.enum(skipReasons), note: written(200).default('') }),
  output: stepped,
  refusals: ['patrol/no-such-round', 'patrol/no-such-point', 'patrol/too-old'],
})

export const endRound = endpoint({
  name: 'patrol.end-round',
  kind: 'command',
  access: walking,
  summary: 'Ends a round before every point is settled. One in which nothing is left ends by itself.',
  input: z.object({ roundId, at, note: written(200).default('') }),
  output: stepped,
  refusals: ['patrol/no-such-round', 'patrol/too-old'],
})

const Fix = z.object({ at, lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) })

export const keepTrack = endpoint({
  name: 'patrol.keep-track',
  kind: 'command',
  access: walking,
  summary: 'Keeps a piece of the walker’s own track, only while a round is walked and only for some days.',
  input: z.object({ roundId, trackId: z.uuid(), fixes: z.array(Fix).min(1).max(500) }),
  output: z.object({ kept: z.int() }),
  refusals: ['patrol/no-such-round', 'patrol/too-old'],
})

export const myTrack = endpoint({
  name: 'patrol.my-track',
  kind: 'query',
  access: walking,
  summary: 'The track that one recorded oneself on a round. Nobody else is shown it.',
  input: z.object({ roundId }),
  output: z.object({ fixes: z.array(Fix), keptUntil: z.string().nullable() }),
  refusals: ['patrol/no-such-round'],
})

export const roundStandings = ['waiting', 'walking', 'whole', 'with-gaps'] as const

export const listRounds = endpoint({
  name: 'patrol.rounds',
  kind: 'query',
  access: reading,
  summary: 'Rounds of a day or of a plan with their coverage; the latest first.',
  input: z.object({
    ...pageInput,
    from: z.iso.date().optional(),
    until: z.iso.date().optional(),
    planId: z.uuid().optional(),
    gridPath: GridPath.optional(),
    standing: z.enum(roundStandings).optional(),
  }),
  output: pageOf(Round),
  refusals: [],
})

export const showRound = endpoint({
  name: 'patrol.round',
  kind: 'query',
  access: reading,
  summary: 'One round with its points, what was seen, what was left out and why, and the cases that came of it.',
  input: z.object({ roundId }),
  output: z.object({
    ...WalkedRound.shape,
    steps: z.array(
      z.object({
        type: z.enum(['round.begun', 'round.checked', 'round.skipped', 'round.ended']),
        at: z.string(),
        heardAt: z.string(),
        byName: z.string().nullable(),
        pointId: z.string().nullable(),
        results: z.array(z.object({ item: z.string(), state: z.enum(itemStates) })),
        findings: z.array(z.object({ item: z.string().nullable(), caseId: z.string(), number: z.string() })),
        reason: z.enum(skipReasons).nullable(),
        note: z.string(),
      }),
    ),
  }),
  refusals: ['patrol/no-such-round'],
})

export const coverage = endpoint({
  name: 'patrol.coverage',
  kind: 'query',
  access: reading,
  summary: 'By grid and days: points to look at, looked at, left out with reasons; what was found. No distances.',
  input: z.object({ from: z.iso.date(), until: z.iso.date(), depth: z.int().min(1).max(6).default(3) }),
  output: z.object({
    rows: z.array(
      z.object({
        gridPath: z.string(),
        name: z.string(),
        rounds: z.int(),
        ...Coverage.shape,
        found: z.int(),
        reasons: z.array(z.object({ reason: z.enum(skipReasons), count: z.int() })),
      }),
    ),
  }),
  refusals: [],
})
