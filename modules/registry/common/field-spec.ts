import { both, type BothTexts } from '#platform/settings/common/setting.ts'

export { both, type BothTexts }

/** What stands in a field. Days are `YYYY-MM-DD`; codes are those of their list. */
export type FieldValue = string | number | boolean

export type FieldType =
  | { readonly type: 'text'; readonly most: number }
  /** Checked by the algorithm of its scheme, see `identifiers/`. */
  | { readonly type: 'identifier'; readonly scheme: IdentifierScheme }
  | { readonly type: 'code'; readonly list: string }
  | { readonly type: 'day' }
  | { readonly type: 'whole'; readonly least: number; readonly most: number }
  | { readonly type: 'decimal'; readonly least: number; readonly most: number }
  | { readonly type: 'yes-no' }
  /** A building or entrance of the module of places, by its id. */
  | { readonly type: 'place'; readonly of: 'building' | 'entrance' }

export const identifierSchemes = ['id-number', 'uscc', 'plate', 'component', 'phone', 'real-estate', 'cell'] as const
export type IdentifierScheme = (typeof identifierSchemes)[number]

/**
 * How much a field tells about a person. `open`: nothing. `personal`: personal information. `sensitive`: sensitive by
 * PIPL article 28, or a number that opens other doors; always sealed in the database.
 */
export type Sensitivity = 'open' | 'personal' | 'sensitive'

export interface FieldSpec {
  readonly label: BothTexts
  readonly type: FieldType
  readonly sensitivity: Sensitivity
  /** Whoever lacks this word does not see that there is such a field. Null: whoever sees the thing. */
  readonly see: string | null
  /**
   * Shown masked even to those who see it; whole only by the command `registry.unmask`, with a reason, to holders of
   * this word. Null: shown whole.
   */
  readonly unmask: string | null
  /** A difference is an error to be settled, not a change over time: a birthday does not move. */
  readonly lasting: boolean
  /** Found exactly by its keyed index; for sealed fields only. */
  readonly indexed: boolean
  /** Found by words in the one box. */
  readonly found: boolean
  /** Days after which somebody should ask again; null: never. A default, set per place in the settings. */
  readonly staleAfterDays: number | null
  readonly isRequired: boolean
  /** Standard and clause, or local practice. */
  readonly source: string
}

export const isSealed = ({ sensitivity }: FieldSpec): boolean => sensitivity === 'sensitive'

type Given = Pick<FieldSpec, 'type'> & Partial<Omit<FieldSpec, 'label' | 'type'>>

/** A field with its usual ways: open, shown whole, may change, never stale. */
export function field(chinese: string, english: string, given: Given): FieldSpec {
  return {
    ...{ label: both(chinese, english), sensitivity: 'open', see: null, unmask: null, lasting: false, indexed: false },
    ...{ found: false, staleAfterDays: null, isRequired: false, source: 'local practice' },
    ...given,
  }
}

export const text = (most: number): FieldType => ({ type: 'text', most })
export const code = (list: string): FieldType => ({ type: 'code', list })
export const identifier = (scheme: IdentifierScheme): FieldType => ({ type: 'identifier', scheme })
export const day: FieldType = { type: 'day' }
export const yesNo: FieldType = { type: 'yes-no' }
export const standing = (of: 'building' | 'entrance'): FieldType => ({ type: 'place', of })
export const whole = (least: number, most: number): FieldType => ({ type: 'whole', least, most })
export const decimal = (least: number, most: number): FieldType => ({ type: 'decimal', least, most })
