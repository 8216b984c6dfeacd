import { z } from 'zod'
import { GridPath, PlaceInput, placeRefusals } from '#modules/grid/common/index.ts'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { PrintedFile } from '#platform/contract/common/printed-file.ts'
import { locales } from '#platform/i18n/common/translate.ts'
import { cleanText } from '#platform/kernel/common/clean-text.ts'
import { buildingUses } from './building.ts'
import { paperNames } from './paper.ts'
import { lineKinds, overlayKinds, overlayUses, thingDuties, thingKinds } from './things.ts'

const reading = { permission: 'places.read' }
const editing = { permission: 'places.edit' }
const Degrees = z.object({ lon: z.number(), lat: z.number() })
const Positions = z.array(z.tuple([z.number(), z.number()]))
const name = z.string().max(60).transform(cleanText).pipe(z.string().min(1))

export const PostHere = z.object({
  postId: z.string(),
  duty: z.enum(thingDuties),
  title: z.string(),
  unitName: z.string(),
  /** Null when the post is vacant. */
  holder: z.string().nullable(),
})
export type PostHere = z.infer<typeof PostHere>

export const ShownOverlay = z.object({
  overlayId: z.string(),
  kind: z.enum(overlayKinds),
  use: z.enum(overlayUses).nullable(),
  name: z.string(),
  parentId: z.string().nullable(),
  validFrom: z.string(),
  cells: z.array(z.object({ path: z.string(), name: z.string() })),
  areaSquareMetres: z.number(),
  /** Homes in it, as its buildings were built. */
  households: z.number(),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  /** Polygons as GeoJSON writes those of a MultiPolygon; cells that touch are one. */
  polygons: z.array(z.array(Positions)),
  posts: z.array(PostHere),
  mayEdit: z.boolean(),
})
export type ShownOverlay = z.infer<typeof ShownOverlay>

export const listOverlays = endpoint({
  name: 'places.overlays',
  kind: 'query',
  access: reading,
  summary: 'Grids of a kind over the base cells, with their posts and outlines, parents before children.',
  input: z.object({ kind: z.enum(overlayKinds) }),
  output: z.object({ overlays: z.array(ShownOverlay) }),
  refusals: [],
})

export const ShownLine = z.object({
  lineId: z.string(),
  kind: z.enum(lineKinds),
  name: z.string(),
  street: z.string(),
  gridPath: z.string(),
  gridName: z.string(),
  lengthMetres: z.number(),
  areaSquareMetres: z.number().nullable(),
  point: Degrees,
  coordinates: z.array(Positions),
  posts: z.array(PostHere),
  /** Of a section, the posts on the whole road that it is part of. */
  ofRoad: z.array(PostHere),
  mayEdit: z.boolean(),
})
export type ShownLine = z.infer<typeof ShownLine>

export const listLines = endpoint({
  name: 'places.lines',
  kind: 'query',
  access: reading,
  summary: 'Roads, sections, alleys, rivers or cleaning sections of a grid, by name, with their chiefs or cleaners.',
  input: z.object({ kind: z.enum(lineKinds), gridPath: GridPath }),
  output: z.object({
    lines: z.array(ShownLine),
    totals: z.object({
      count: z.int(),
      lengthMetres: z.number(),
      areaSquareMetres: z.int(),
      /** Posts that clean here, each once, and how many of them nobody holds. */
      cleaners: z.int(),
      vacantCleaners: z.int(),
    }),
    /** More lie here than an answer carries: choose a smaller grid. */
    isCut: z.boolean(),
  }),
  refusals: ['grid/not-found'],
})

export const Answering = z.object({
  kind: z.enum(['base', ...overlayKinds]),
  by: z.object({ id: z.string(), name: z.string(), title: z.string(), holder: z.string() }).nullable(),
  passed: z.array(z.object({ id: z.string(), name: z.string(), why: z.enum(['vacant', 'no-lead-post']) })),
})
export type Answering = z.infer<typeof Answering>

export const Building = z.object({
  buildingId: z.string(),
  name: z.string(),
  address: z.string(),
  street: z.string(),
  houseNumber: z.int(),
  courtyardName: z.string().nullable(),
  use: z.enum(buildingUses),
  floors: z.int(),
  households: z.int(),
  point: Degrees,
  gridPath: z.string(),
})
export type Building = z.infer<typeof Building>

export const placeCard = endpoint({
  name: 'places.at',
  kind: 'query',
  access: reading,
  summary:
    'What a place belongs to: its grids, who answers in each kind of grid, the lines beside it, the building there.',
  input: PlaceInput,
  output: z.object({
    point: Degrees,
    path: z.string().nullable(),
    names: z.array(z.string()),
    answers: z.array(Answering),
    lines: z.array(
      z.object({
        lineId: z.string(),
        kind: z.enum(lineKinds),
        name: z.string(),
        metresAway: z.number(),
        posts: z.array(PostHere),
      }),
    ),
    building: Building.nullable(),
  }),
  refusals: placeRefusals,
})

export const listBuildings = endpoint({
  name: 'places.buildings',
  kind: 'query',
  access: reading,
  summary: 'Buildings of a grid by street and number, or those whose address or name has some words.',
  input: z.object({ ...pageInput, gridPath: GridPath, text: z.string().max(60).optional() }),
  output: pageOf(Building),
  refusals: ['grid/not-found'],
})

export const showBuilding = endpoint({
  name: 'places.building',
  kind: 'query',
  access: reading,
  summary: 'One building: its courtyard, entrances, and the heads of all three.',
  input: z.object({ buildingId: z.uuid() }),
  output: Building.extend({
    outline: Positions,
    names: z.array(z.string()),
    courtyard: z.object({ id: z.string(), name: z.string(), heads: z.array(PostHere) }).nullable(),
    heads: z.array(PostHere),
    entrances: z.array(
      z.object({
        id: z.string(),
        number: z.int(),
        name: z.string(),
        floors: z.int(),
        roomsPerFloor: z.int(),
        households: z.int(),
        heads: z.array(PostHere),
      }),
    ),
    mayEdit: z.boolean(),
  }),
  refusals: ['places/not-found'],
})

export const addOverlay = endpoint({
  name: 'places.add-overlay',
  kind: 'command',
  access: editing,
  summary: 'Sets up a grid of another kind over base cells, from today.',
  input: z.object({
    overlayId: z.uuid(),
    kind: z.enum(overlayKinds),
    use: z.enum(overlayUses).nullable(),
    name,
    parentId: z.uuid().nullable(),
    cells: z.array(GridPath).min(1).max(500),
    leadPostId: z.uuid().nullable(),
  }),
  output: z.object({ overlayId: z.string() }),
  refusals: [
    'places/no-such-cell',
    'places/cells-nested',
    'places/cell-taken',
    'places/outside-parent',
    'places/outside-your-grids',
    'places/use-needed',
    'places/id-taken',
    'places/not-found',
    'places/no-such-post',
  ],
})

export const endOverlay = endpoint({
  name: 'places.end-overlay',
  kind: 'command',
  access: editing,
  summary: 'Ends a grid of another kind from today; what was decided by it stays.',
  input: z.object({ overlayId: z.uuid() }),
  output: z.object({ overlayId: z.string() }),
  refusals: ['places/not-found', 'places/outside-your-grids', 'places/has-children'],
})

export const setPosts = endpoint({
  name: 'places.set-posts',
  kind: 'command',
  access: editing,
  summary: 'Says which posts stand on a courtyard, building, entrance, overlay or line from today, instead of before.',
  input: z.object({
    thing: z.object({ kind: z.enum(thingKinds), id: z.uuid() }),
    posts: z.array(z.object({ postId: z.uuid(), duty: z.enum(thingDuties) })).max(50),
  }),
  output: z.object({ begun: z.int(), ended: z.int() }),
  refusals: ['places/not-found', 'places/outside-your-grids', 'places/no-such-post', 'places/duty-does-not-fit'],
})

const sheet = {
  gridPath: GridPath,
  /** Down to which level grids are drawn; those of this level are named, numbered and listed. */
  deepest: z.int().min(1).max(6),
  paper: z.enum(paperNames).default('A3'),
  /** Who leads or works each grid, with the duty phone: whole where one may see it, else masked. */
  withPosts: z.boolean().default(true),
  locale: z.enum(locales).default('zh-CN'),
}
const sheetRefusals = ['grid/not-found', 'places/nothing-to-draw'] as const

export const gridMapPdf = endpoint({
  name: 'places.grid-map',
  kind: 'query',
  access: reading,
  summary: 'The grid map (区划图) as a sheet of paper to print, with the whole list of posts on the pages after it.',
  input: z.object(sheet),
  output: PrintedFile,
  refusals: sheetRefusals,
  answersWith: 'application/pdf',
  callsAMinute: 20,
})

export const gridMapPicture = endpoint({
  name: 'places.grid-map-picture',
  kind: 'query',
  access: reading,
  summary: 'The grid map (区划图) as a picture; `isPreview` gives a small one for the screen.',
  input: z.object({ ...sheet, isPreview: z.boolean().default(false) }),
  output: PrintedFile,
  refusals: sheetRefusals,
  answersWith: 'image/png',
  callsAMinute: 40,
})

export const setPhone = endpoint({
  name: 'places.set-phone',
  kind: 'command',
  access: editing,
  summary: 'Sets the duty phone of a post, or takes it away.',
  input: z.object({ postId: z.uuid(), phone: z.string().max(20).transform(cleanText).nullable() }),
  output: z.object({ postId: z.string() }),
  refusals: ['places/no-such-post', 'places/outside-your-grids', 'places/not-a-phone'],
  forgetAnswer: true,
})
