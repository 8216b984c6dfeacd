import { z } from 'zod'
import { cleanText } from '#platform/kernel/common/clean-text.ts'
import { buildingUses } from '../building.ts'
import { lineKinds } from '../things.ts'

/** What comes in as a file: kinds of lines, and what has ground or a place. */
export const intakeKinds = ['building', 'courtyard', ...lineKinds] as const
export type IntakeKind = (typeof intakeKinds)[number]

const text = (most: number) => z.string().max(most).transform(cleanText)
const name = text(60).pipe(z.string().min(1))
const Corner = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
/** The row in the file, as people count. */
const row = z.int().min(1)

/** Which one is put right, where somebody points at it; else a thing is known by its name and place. */
const id = z.uuid().optional()

export const BuildingItem = z.object({
  row,
  id,
  name,
  street: name,
  houseNumber: z.int().min(0).max(99_999),
  address: text(120).pipe(z.string().min(1)),
  use: z.enum(buildingUses),
  floors: z.int().min(1).max(200),
  households: z.int().min(0).max(5000),
  /** By its name; null for a building in none. */
  courtyard: name.nullable(),
  /** Closed, or open. */
  outline: z.array(Corner).min(3).max(2000),
})
export type BuildingItem = z.infer<typeof BuildingItem>

export const CourtyardItem = z.object({ row, name, address: text(120), place: Corner })
export type CourtyardItem = z.infer<typeof CourtyardItem>

export const LineItem = z.object({
  row,
  id,
  name,
  street: name,
  areaSquareMetres: z.int().min(0).max(10_000_000).nullable(),
  coordinates: z.array(z.array(Corner).min(2).max(5000)).min(1).max(500),
})
export type LineItem = z.infer<typeof LineItem>

/** As many as one file may bring. */
const mostItems = 5000
const itemsOf = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(mostItems)

export const IntakeBatch = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('building'), items: itemsOf(BuildingItem) }),
  z.object({ kind: z.literal('courtyard'), items: itemsOf(CourtyardItem) }),
  z.object({ kind: z.enum(lineKinds), items: itemsOf(LineItem) }),
])
export type IntakeBatch = z.infer<typeof IntakeBatch>

/** Why a row is left out. */
export const intakeTroubles = [
  'no-ground',
  'self-crossing',
  'too-large',
  'outside-grids',
  'outside-your-grids',
  'ground-taken',
  'name-twice',
  'row-twice',
  'no-such-courtyard',
  'stands-elsewhere',
] as const
export type IntakeTrouble = (typeof intakeTroubles)[number]

/** What somebody should look at in a row that is taken all the same. */
export const intakeNotes = ['cut', 'partly-outside'] as const
export type IntakeNote = (typeof intakeNotes)[number]

/** What becomes of a row: it is new, what is known is put right by it, or it is known as it is. */
export const intakeDoes = ['add', 'correct', 'same'] as const
export type IntakeDoes = (typeof intakeDoes)[number]

export interface PlannedRow {
  readonly row: number
  readonly name: string
  /** Null when it is left out. */
  readonly does: IntakeDoes | null
  readonly trouble: IntakeTrouble | null
  readonly note: IntakeNote | null
  /** The other thing or the grids that trouble or note is about; empty when there are none. */
  readonly about: string
}

/** A planned row with what is written for it; null when nothing is. */
export interface Planned<T> extends PlannedRow {
  readonly thing: T | null
}

export function leftOut(item: { row: number; name: string }, trouble: IntakeTrouble, about = ''): Planned<never> {
  return { row: item.row, name: item.name, does: null, trouble, note: null, about, thing: null }
}
