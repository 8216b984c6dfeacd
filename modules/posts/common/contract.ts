import { z } from 'zod'
import { duties, GridPath } from '#modules/grid/common/index.ts'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { cleanText } from '#platform/kernel/common/clean-text.ts'
import { assignmentKinds, bodyKinds, bodyRoles, fits } from './body.ts'
import { whyOutside } from './why-outside.ts'

const reading = { permission: 'posts.read' }
const editing = { permission: 'posts.edit' }
const needed = (most: number) => z.string().max(most).transform(cleanText).pipe(z.string().min(1))
const gridPath = GridPath
const inGrid = z.object({ gridPath })

export const listVacancies = endpoint({
  name: 'posts.vacancies',
  kind: 'query',
  access: reading,
  summary: 'Vacant posts of a grid and below it, the longest vacant first, with who answers meanwhile.',
  input: inGrid,
  output: z.object({
    vacancies: z.array(
      z.object({
        postId: z.string(),
        title: z.string(),
        unitName: z.string(),
        gridPath: z.string(),
        gridName: z.string(),
        since: z.string(),
        days: z.int(),
        /** Who answers for the grid meanwhile; null when every lead up to the top is vacant. */
        answeredBy: z.object({ holder: z.string(), title: z.string(), gridName: z.string() }).nullable(),
        /** Who stands in on the post now. */
        substitute: z.object({ name: z.string(), untilAt: z.string() }).nullable(),
      }),
    ),
  }),
  refusals: ['posts/not-found'],
})

export const listPhones = endpoint({
  name: 'posts.phones',
  kind: 'query',
  access: reading,
  summary: 'Duty phones of the posts of a grid and below it: whole where one may see them, masked elsewhere.',
  input: inGrid,
  output: z.object({
    posts: z.array(
      z.object({
        postId: z.string(),
        title: z.string(),
        unitName: z.string(),
        gridName: z.string(),
        holder: z.string().nullable(),
        /** Null when none is set. */
        phone: z.string().nullable(),
        mayEdit: z.boolean(),
      }),
    ),
  }),
  refusals: ['posts/not-found'],
})

export const listWorkload = endpoint({
  name: 'posts.workload',
  kind: 'query',
  access: reading,
  summary: 'Homes and open matters of each cell of a grid beside the norm, with who works it.',
  input: inGrid,
  output: z.object({
    norm: z.object({ least: z.int(), most: z.int() }),
    grids: z.array(
      z.object({
        path: z.string(),
        name: z.string(),
        households: z.int(),
        openMatters: z.int(),
        fit: z.enum(fits),
        /** Null while nobody holds the post of worker. */
        holder: z.string().nullable(),
        /** All cells here that the same person walks, beside the norm; null while nobody does. */
        walks: z.object({ grids: z.int(), households: z.int(), openMatters: z.int(), fit: z.enum(fits) }).nullable(),
        /** How many posts on grids that person has. */
        postsHeld: z.int(),
      }),
    ),
    total: z.object({ households: z.int(), openMatters: z.int() }),
  }),
  refusals: ['posts/not-found'],
})

const Ground = z.array(z.array(z.array(z.tuple([z.number(), z.number()]))))

const ProposedGrid = z.object({
  /** The grid that it is, with path and code; null for a new one. */
  keeps: z.string().nullable(),
  name: z.string(),
  households: z.int(),
  openMatters: z.int(),
  fit: z.enum(fits),
  /** Why it lies outside of the norm, as far as that can be told. */
  why: z.enum(whyOutside).nullable(),
  /** The building that is above the norm by itself. */
  building: z.string().nullable(),
  /** Whether it has another ground than a grid of today. */
  isChanged: z.boolean(),
  /** The grids of today whose ground it has, whole or in part. */
  from: z.array(z.object({ path: z.string(), name: z.string(), households: z.int(), isWhole: z.boolean() })),
  polygons: Ground,
})
export type ProposedGrid = z.infer<typeof ProposedGrid>

const Balance = z.object({
  /** Grids with homes, and how many of them lie outside of the norm. */
  grids: z.int(),
  outside: z.int(),
  /** The homes of the largest over the mean, 1 when all are the same. */
  unevenness: z.number(),
})

export const proposeCutting = endpoint({
  name: 'posts.balance',
  kind: 'query',
  access: reading,
  summary:
    'A proposal for cutting the lowest grids anew so that each has the homes of the norm: put together, and cut between buildings where one has too many. Nothing is changed by it.',
  input: z.object({
    gridPath,
    /** How many grids with homes there shall be; as many as the norm asks for when left out. */
    parts: z.int().min(1).max(400).optional(),
    /** How many homes one open matter counts as. */
    matterWeight: z.int().min(0).max(50).default(2),
  }),
  output: z.object({
    norm: z.object({ least: z.int(), most: z.int() }),
    now: Balance,
    then: Balance,
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    /** By the grid above: no grid is put together over the border of a community or village. */
    families: z.array(z.object({ path: z.string(), name: z.string(), grids: z.array(ProposedGrid) })),
  }),
  refusals: ['posts/not-found', 'posts/nothing-to-cut', 'posts/too-much-to-cut'],
})

export const listDuties = endpoint({
  name: 'posts.duties',
  kind: 'query',
  access: reading,
  summary: 'People of a grid who have several posts, or several duties by one post (一岗双责), the most first.',
  input: inGrid,
  output: z.object({
    people: z.array(
      z.object({
        personId: z.string(),
        name: z.string(),
        posts: z.array(
          z.object({
            postId: z.string(),
            title: z.string(),
            /** On grids. */
            onGrids: z.array(z.object({ duty: z.enum(duties), gridName: z.string() })),
            /** On courtyards, buildings, roads, rivers and grids of other kinds, by kind. */
            onThings: z.array(z.object({ kind: z.string(), duty: z.string(), count: z.int() })),
          }),
        ),
      }),
    ),
  }),
  refusals: ['posts/not-found'],
})

const Member = z.object({
  memberId: z.string(),
  name: z.string(),
  postTitle: z.string().nullable(),
  role: z.enum(bodyRoles),
  from: z.string(),
  until: z.string().nullable(),
  leftOn: z.string().nullable(),
  state: z.enum(['sits', 'over', 'left']),
})

const Body = z.object({
  bodyId: z.string(),
  kind: z.enum(bodyKinds),
  name: z.string(),
  gridPath: z.string(),
  gridName: z.string(),
  duties: z.string(),
  validFrom: z.string(),
  members: z.array(Member),
  mayEdit: z.boolean(),
})
export type Body = z.infer<typeof Body>

export const listBodies = endpoint({
  name: 'posts.bodies',
  kind: 'query',
  access: reading,
  summary: 'Committees, groups and teams of a grid and below it, with their members, roles and terms.',
  input: inGrid,
  output: z.object({ bodies: z.array(Body) }),
  refusals: ['posts/not-found'],
})

export const addBody = endpoint({
  name: 'posts.add-body',
  kind: 'command',
  access: editing,
  summary: 'Sets up a committee, group or team from today.',
  input: z.object({
    bodyId: z.uuid(),
    kind: z.enum(bodyKinds),
    name: needed(60),
    gridPath,
    duties: z.string().max(500).transform(cleanText),
  }),
  output: z.object({ bodyId: z.string() }),
  refusals: ['posts/id-taken', 'posts/not-found', 'posts/outside-your-grids'],
})

export const endBody = endpoint({
  name: 'posts.end-body',
  kind: 'command',
  access: editing,
  summary: 'Dissolves a body from today; its rosters stay.',
  input: z.object({ bodyId: z.uuid() }),
  output: z.object({ bodyId: z.string() }),
  refusals: ['posts/not-found', 'posts/outside-your-grids'],
})

export const addMember = endpoint({
  name: 'posts.add-member',
  kind: 'command',
  access: editing,
  summary: 'Takes somebody into a body, in a role, for a term.',
  input: z.object({
    memberId: z.uuid(),
    bodyId: z.uuid(),
    name: needed(30),
    postId: z.uuid().nullable(),
    role: z.enum(bodyRoles),
    from: z.iso.date(),
    until: z.iso.date().nullable(),
  }),
  output: z.object({ memberId: z.string() }),
  refusals: [
    'posts/id-taken',
    'posts/not-found',
    'posts/outside-your-grids',
    'posts/no-such-post',
    'posts/term-ends-before-it-begins',
  ],
})

export const endMember = endpoint({
  name: 'posts.end-member',
  kind: 'command',
  access: editing,
  summary: 'Notes that somebody has left a body today.',
  input: z.object({ memberId: z.uuid() }),
  output: z.object({ memberId: z.string() }),
  refusals: ['posts/not-found', 'posts/outside-your-grids'],
})

export const listAssignments = endpoint({
  name: 'posts.assignments',
  kind: 'query',
  access: reading,
  summary: 'Which cadres answer for which areas, groups and households of a grid and below it.',
  input: inGrid,
  output: z.object({
    assignments: z.array(
      z.object({
        assignmentId: z.string(),
        kind: z.enum(assignmentKinds),
        gridName: z.string(),
        target: z.string(),
        title: z.string(),
        holder: z.string().nullable(),
        since: z.string(),
        mayEdit: z.boolean(),
      }),
    ),
  }),
  refusals: ['posts/not-found'],
})

export const assign = endpoint({
  name: 'posts.assign',
  kind: 'command',
  access: editing,
  summary: 'Has a post answer for an area, a group or a household from today.',
  input: z.object({
    assignmentId: z.uuid(),
    postId: z.uuid(),
    kind: z.enum(assignmentKinds),
    gridPath,
    target: needed(80),
  }),
  output: z.object({ assignmentId: z.string() }),
  refusals: ['posts/id-taken', 'posts/not-found', 'posts/outside-your-grids', 'posts/no-such-post'],
})

export const endAssignment = endpoint({
  name: 'posts.end-assignment',
  kind: 'command',
  access: editing,
  summary: 'Ends that a post answers for something, from today.',
  input: z.object({ assignmentId: z.uuid() }),
  output: z.object({ assignmentId: z.string() }),
  refusals: ['posts/not-found', 'posts/outside-your-grids'],
})

/** By the clock only. */
export const warnOfVacancy = endpoint({
  name: 'posts.warn-of-vacancy',
  kind: 'command',
  access: editing,
  summary: 'Tells whoever answers for a grid that a post on it is vacant, once.',
  input: z.object({
    postId: z.string(),
    since: z.string(),
    title: z.string(),
    grid: z.string(),
    days: z.int(),
    personId: z.string(),
  }),
  output: z.object({ isTold: z.boolean() }),
  refusals: [],
})
