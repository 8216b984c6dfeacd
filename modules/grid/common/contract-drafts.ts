import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { cleanText } from '#platform/kernel/common/clean-text.ts'
import { BoundaryEdit } from './boundaries/edit.ts'
import { findingKinds } from './boundaries/finding.ts'
import { gridKinds } from './grid.ts'
import { GridPath } from './grid-path.ts'

/** 起草中 → 待审批 → 已批准、待生效 → 已生效; 已撤回. Returned drafts are open again. */
export const draftStates = ['open', 'submitted', 'approved', 'in-force', 'withdrawn'] as const
export type DraftState = (typeof draftStates)[number]

/** What a reader may do with a draft now. */
export const draftActs = ['draw', 'submit', 'decide', 'withdraw'] as const
export type DraftAct = (typeof draftActs)[number]

const words = (most: number) => z.string().max(most).transform(cleanText)
const Degrees = z.object({ lon: z.number(), lat: z.number() })
const Ring = z.array(z.tuple([z.number(), z.number()]))
const draftId = z.uuid()
/** The last step of the journal that the caller has seen: whoever draws beside them is not overwritten. */
const after = z.int().min(0)

const DraftRow = z.object({
  draftId: z.string(),
  name: z.string(),
  reason: z.string(),
  under: z.string(),
  underName: z.string(),
  state: z.enum(draftStates),
  madeByName: z.string().nullable(),
  madeAt: z.string(),
  inForceFrom: z.string().nullable(),
})
export type DraftRow = z.infer<typeof DraftRow>

const FindingShown = z.object({
  kind: z.enum(findingKinds),
  place: Degrees,
  grids: z.array(z.object({ path: z.string(), name: z.string() })),
  areaSquareMetres: z.number().nullable(),
  widthMetres: z.number().nullable(),
  outline: Ring.nullable(),
  building: z.string().nullable(),
})
export type FindingShown = z.infer<typeof FindingShown>

const ComparisonShown = z.object({
  moved: z.array(
    z.object({
      ...{ path: z.string(), to: z.string(), name: z.string() },
      ...{ codeBefore: z.string().nullable(), code: z.string().nullable() },
    }),
  ),
  fresh: z.array(
    z.object({
      path: z.string(),
      name: z.string(),
      code: z.string().nullable(),
      areaSquareMetres: z.number(),
      cutFrom: z.string().nullable(),
    }),
  ),
  gone: z.array(
    z.object({ path: z.string(), name: z.string(), code: z.string().nullable(), into: z.string().nullable() }),
  ),
  redrawn: z.array(
    z.object({
      path: z.string(),
      name: z.string(),
      areaBefore: z.number(),
      areaAfter: z.number(),
      movedSquareMetres: z.number(),
    }),
  ),
  renamed: z.array(z.object({ path: z.string(), before: z.string(), after: z.string() })),
  cornersOnly: z.array(z.string()),
})
export type ComparisonShown = z.infer<typeof ComparisonShown>

export const listDrafts = endpoint({
  name: 'grid.drafts',
  kind: 'query',
  access: { permission: 'grid.see-drafts' },
  summary: 'Drafts of changed grids, the latest first.',
  input: z.object({}),
  output: z.object({ rows: z.array(DraftRow) }),
  refusals: [],
})

export const showDraft = endpoint({
  name: 'grid.draft',
  kind: 'query',
  access: { permission: 'grid.see-drafts' },
  summary: 'One draft: its journal, what is wrong with its boundaries, what it changes, and what one may do with it.',
  input: z.object({ draftId }),
  output: DraftRow.extend({
    /** The last step of the journal. */
    serial: z.int(),
    acts: z.array(z.enum(draftActs)),
    edits: z.array(
      z.object({
        serial: z.int(),
        /** What was done, by the words of the editor; several when they were taken together, as an import. */
        steps: z.array(z.object({ do: z.string(), name: z.string().nullable() })),
        byName: z.string().nullable(),
        at: z.string(),
        isUndone: z.boolean(),
      }),
    ),
    steps: z.array(z.object({ step: z.string(), words: z.string(), byName: z.string().nullable(), at: z.string() })),
    findings: z.array(FindingShown),
    /** How many there are, of which only the first are listed. */
    findingCount: z.int(),
    comparison: ComparisonShown,
    /** The step of the journal that no longer fits the tree, when another draft came into force meanwhile. */
    stuckAt: z.int().nullable(),
    /** The first day from which it may hold. */
    earliestDay: z.string(),
  }),
  refusals: ['grid/no-such-draft'],
})

export const draftCells = endpoint({
  name: 'grid.draft-cells',
  kind: 'query',
  access: { permission: 'grid.see-drafts' },
  summary: 'The boundaries of a draft, or of the part of it within a box; at most 4 000 grids.',
  input: z.object({
    draftId,
    west: z.number().optional(),
    south: z.number().optional(),
    east: z.number().optional(),
    north: z.number().optional(),
  }),
  output: z.object({
    serial: z.int(),
    isWhole: z.boolean(),
    cells: z.array(
      z.object({
        path: z.string(),
        name: z.string(),
        kind: z.enum(gridKinds),
        code: z.string().nullable(),
        isLeaf: z.boolean(),
        polygon: z.object({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.unknown()) }),
      }),
    ),
  }),
  refusals: ['grid/no-such-draft'],
})

export const draftMoves = endpoint({
  name: 'grid.draft-moves',
  kind: 'query',
  access: { permission: 'grid.see-drafts' },
  summary: 'What would come into another grid with a draft: open matters, buildings, people, as far as they are kept.',
  input: z.object({ draftId }),
  output: z.object({
    moves: z.array(
      z.object({
        kind: z.string(),
        total: z.int(),
        from: z.array(
          z.object({ path: z.string(), name: z.string(), to: z.string(), toName: z.string(), count: z.int() }),
        ),
      }),
    ),
    /** Posts on grids that are gone, which go to the grid that took their ground. */
    posts: z.array(z.object({ path: z.string(), into: z.string(), count: z.int() })),
    /** New grids on which no post stands yet. */
    withoutPosts: z.int(),
  }),
  refusals: ['grid/no-such-draft'],
})

export const boundaries = endpoint({
  name: 'grid.boundaries',
  kind: 'query',
  access: { permission: 'grid.read' },
  summary: 'Boundaries in force as GeoJSON (RFC 7946: right-hand rule, CGCS2000 as WGS 84 degrees, seven decimals).',
  input: z.object({ under: GridPath.optional() }),
  output: z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        properties: z.object({
          path: z.string(),
          level: z.int(),
          kind: z.enum(gridKinds),
          name: z.string(),
          code: z.string(),
          area: z.number(),
        }),
        geometry: z.object({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.unknown()) }),
      }),
    ),
  }),
  refusals: ['grid/not-found'],
})

export const beginDraft = endpoint({
  name: 'grid.begin-draft',
  kind: 'command',
  access: { permission: 'grid.draw' },
  summary: 'A draft of changed grids is begun, for the whole tree or the part one answers for.',
  input: z.object({ draftId, name: words(60), reason: words(500) }),
  output: z.object({ draftId: z.string(), under: z.string() }),
  refusals: ['grid/words-missing', 'grid/draft-id-taken', 'grid/not-your-ground'],
})

/** Every way in which a step of drawing can be refused. */
const editRefusals = [
  'grid/not-found',
  'grid/no-such-corner',
  'grid/no-such-stretch',
  'grid/stretch-not-anchored',
  'grid/corner-is-junction',
  'grid/stretch-over-junction',
  'grid/edit-leaves-nothing',
  'grid/grid-has-grids-below',
  'grid/line-does-not-cut',
  'grid/ground-not-shared-out',
  'grid/nothing-to-merge',
  'grid/not-of-one-parent',
  'grid/not-neighbours',
  'grid/stands-there-already',
  'grid/another-level',
  'grid/top-stays-whole',
  'grid/not-below',
  'grid/too-deep',
  'grid/path-taken',
  'grid/not-your-ground',
  'grid/too-wide',
] as const
const draftRefusals = ['grid/no-such-draft', 'grid/draft-not-open', 'grid/draft-changed'] as const

export const editDraft = endpoint({
  name: 'grid.edit-draft',
  kind: 'command',
  access: { permission: 'grid.draw' },
  summary: 'Steps of drawing: all of them are taken, or none. Shared borders move for every grid along them.',
  input: z.object({ draftId, after, edits: z.array(BoundaryEdit).min(1).max(5000) }),
  output: z.object({ serial: z.int() }),
  refusals: [...draftRefusals, ...editRefusals, 'grid/draft-no-longer-fits'],
  // Boundaries of a whole street come in one piece.
  mostKilobytes: 16_000,
})

export const undoEdit = endpoint({
  name: 'grid.undo-edit',
  kind: 'command',
  access: { permission: 'grid.draw' },
  summary: 'The last step of drawing that still counts is taken back; the journal keeps both.',
  input: z.object({ draftId, after }),
  output: z.object({ serial: z.int() }),
  refusals: [...draftRefusals, 'grid/nothing-to-undo'],
})

export const submitDraft = endpoint({
  name: 'grid.submit-draft',
  kind: 'command',
  access: { permission: 'grid.draw' },
  summary: 'A draft without findings goes to somebody else to decide.',
  input: z.object({ draftId, after }),
  output: z.object({ draftId: z.string() }),
  refusals: [
    ...draftRefusals,
    'grid/draft-empty',
    'grid/draft-has-findings',
    'grid/draft-no-longer-fits',
    'grid/no-number-left',
  ],
})

export const decideDraft = endpoint({
  name: 'grid.decide-draft',
  kind: 'command',
  access: { permission: 'grid.approve' },
  summary: 'A submitted draft is approved, to hold from a day to come, or given back with what is missing.',
  input: z.object({
    draftId,
    isApproved: z.boolean(),
    words: words(500).default(''),
    /** The day at whose beginning it comes into force. */
    inForceFrom: z.iso.date().optional(),
  }),
  output: z.object({ draftId: z.string(), state: z.enum(draftStates) }),
  refusals: [
    'grid/no-such-draft',
    'grid/draft-not-open',
    'grid/second-person',
    'grid/words-missing',
    'grid/day-too-early',
    'grid/draft-has-findings',
    'grid/draft-no-longer-fits',
    'grid/other-draft-waits',
  ],
})

export const withdrawDraft = endpoint({
  name: 'grid.withdraw-draft',
  kind: 'command',
  access: { permission: 'grid.draw' },
  summary: 'A draft is given up, at any time before it comes into force.',
  input: z.object({ draftId, words: words(500).default('') }),
  output: z.object({ draftId: z.string() }),
  refusals: ['grid/no-such-draft', 'grid/draft-not-open'],
})

/** Done by the clock alone; no address leads to it. */
export const putInForce = endpoint({
  name: 'grid.put-in-force',
  kind: 'command',
  access: { permission: 'grid.put-in-force' },
  summary: 'The day of an approved draft has come.',
  input: z.object({ draftId }),
  output: z.object({ isDone: z.boolean() }),
  refusals: ['grid/draft-no-longer-fits'],
})
