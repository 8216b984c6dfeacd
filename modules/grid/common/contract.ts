import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { duties, gridKinds } from './grid.ts'
import { GridPath } from './grid-path.ts'

/** The frames a place may come in. Stored is one: CGCS2000, which as degrees is WGS 84 to within a metre. */
export const frames = ['wgs84', 'cgcs2000', 'gcj02', 'bd09'] as const
export const Frame = z.enum(frames)
export type Frame = z.infer<typeof Frame>

export const PlaceInput = z.object({ lon: z.number(), lat: z.number(), frame: Frame.optional() })
export type PlaceInput = z.infer<typeof PlaceInput>

const Degrees = z.object({ lon: z.number(), lat: z.number() })

/** Said beside a found place when something was done to it or is odd about it. Texts: `note.<code>`. */
export const placeNotes = [
  'converted-from-gcj02',
  'converted-from-bd09',
  'looks-like-gcj02',
  'looks-like-bd09',
] as const
export type PlaceNote = (typeof placeNotes)[number]

const GridFacts = z.object({
  path: z.string(),
  level: z.number(),
  kind: z.enum(gridKinds),
  name: z.string(),
  code: z.string(),
  areaSquareMetres: z.number(),
  labelPlace: Degrees,
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
})

const TreeGrid = GridFacts.extend({
  /** Name of whoever leads this very grid now; null when its lead post is vacant or it has none. */
  lead: z.string().nullable(),
  vacant: z.boolean(),
})
export type TreeGrid = z.infer<typeof TreeGrid>

const PostOnGrid = z.object({
  postId: z.string(),
  title: z.string(),
  unitName: z.string(),
  duty: z.enum(duties),
  /** Null when the post is vacant. */
  holder: z.string().nullable(),
})
export type PostOnGrid = z.infer<typeof PostOnGrid>

const Responsible = z.object({
  /** The first grid from here upwards whose lead post is filled; null when none is. */
  by: z.object({ path: z.string(), gridName: z.string(), title: z.string(), holder: z.string() }).nullable(),
  /** The grids passed on the way up, each because its lead post is vacant or was never set up. */
  passed: z.array(z.object({ path: z.string(), gridName: z.string(), why: z.enum(['vacant', 'no-lead-post']) })),
})
export type Responsible = z.infer<typeof Responsible>

export const gridTree = endpoint({
  name: 'grid.tree',
  kind: 'query',
  access: { permission: 'grid.read' },
  summary: 'The grids of the place, or those under one of them, parents before children, with who leads each.',
  input: z.object({ under: GridPath.optional(), deepestLevel: z.number().int().min(1).max(6).optional() }),
  output: z.object({
    /** Changes whenever a boundary or name does; part of the address of the tiles. */
    version: z.number(),
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
    grids: z.array(TreeGrid),
    total: z.number(),
  }),
  refusals: ['grid/not-found'],
})

export const gridsOnDay = endpoint({
  name: 'grid.on-day',
  kind: 'query',
  access: { permission: 'grid.read' },
  summary:
    'The grids as they were in force on a day, or those under one of them; a grid of another day stands for what it was then.',
  input: z.object({ on: z.iso.date(), under: GridPath.optional() }),
  output: z.object({ grids: z.array(z.object({ path: z.string(), level: z.int(), name: z.string() })) }),
  refusals: ['grid/not-found'],
})

export const showGrid = endpoint({
  name: 'grid.show',
  kind: 'query',
  access: { permission: 'grid.read' },
  summary: 'One grid: its boundary, the posts on it and who holds them, and who answers for it now.',
  input: z.object({ path: GridPath }),
  output: GridFacts.extend({
    validFrom: z.string(),
    /** The same grid by other code schemes. */
    codesElsewhere: z.array(z.object({ digits: z.int(), code: z.string() })),
    names: z.array(z.object({ path: z.string(), name: z.string() })),
    /** GeoJSON Polygon or MultiPolygon. */
    polygon: z.object({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.unknown()) }),
    posts: z.array(PostOnGrid),
    vacancies: z.number(),
    responsible: Responsible,
    childCount: z.number(),
  }),
  refusals: ['grid/not-found'],
})

/** What may be wrong with coordinates that were sent. */
export const placeRefusals = [
  'grid/coordinates-swapped',
  'grid/coordinates-out-of-range',
  'grid/coordinates-not-measured',
] as const

export const locate = endpoint({
  name: 'grid.locate',
  kind: 'query',
  access: 'public',
  summary:
    'Which grid a place lies in. Coordinates of Chinese map services are converted when their frame is declared.',
  input: PlaceInput,
  output: z.object({
    point: Degrees,
    path: z.string().nullable(),
    names: z.array(z.string()),
    noGrid: z.boolean(),
    note: z.enum(placeNotes).optional(),
  }),
  refusals: placeRefusals,
})
