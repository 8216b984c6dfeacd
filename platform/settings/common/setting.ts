import type { Limit } from '../../worktime/common/index.ts'

/** What a place may set: a limit of work time, a whole number, its own word for a word of the trade, or a list. */
export type SettingValue = Limit | number | string | readonly string[]

export interface BothTexts {
  readonly 'zh-CN': string
  readonly en: string
}

/** One thing that places set differently, with where its default comes from. */
export interface SettingPart {
  /** Where it stands in the values of its group: `limits.accept`. */
  readonly key: string
  readonly kind: 'limit' | 'whole' | 'word' | 'words' | 'choices'
  /** Bounds of the number, of the amount of a limit, of the length of a word or of a list, both included. */
  readonly least: number
  readonly most: number
  readonly label: BothTexts
  /** Standard and clause, or “local practice”. */
  readonly source: BothTexts
  /** Of choices: what there is to choose from. */
  readonly options?: readonly SettingOption[]
}

export interface SettingOption {
  readonly key: string
  readonly label: BothTexts
}

export const both = (chinese: string, english: string): BothTexts => ({ 'zh-CN': chinese, en: english })

/** Where no standard says a number. */
export const localPractice = both('本地做法，可调', 'Local practice, configurable')

type Bounds = Pick<SettingPart, 'least' | 'most'>

export function limitPart(key: string, { least, most }: Bounds, label: BothTexts, source = localPractice): SettingPart {
  return { key, kind: 'limit', least, most, label, source }
}

export function wholePart(key: string, { least, most }: Bounds, label: BothTexts, source = localPractice): SettingPart {
  return { key, kind: 'whole', least, most, label, source }
}

/** A list of words that are looked for in what people wrote. */
export function wordsPart(key: string, label: BothTexts, source = localPractice): SettingPart {
  return { key, kind: 'words', least: 0, most: mostWords, label, source }
}

/** Some, all or none of what there is to choose from. */
export function choicesPart(
  key: string,
  options: readonly SettingOption[],
  label: BothTexts,
  source = localPractice,
): SettingPart {
  return { key, kind: 'choices', least: 0, most: options.length, label, source, options }
}

/** More would be read for each open case, each minute. */
const mostWords = 100
const longestWord = 12

/** The settings that one part of the product reads together. */
export interface SettingGroup<Values extends object = object> {
  readonly name: string
  readonly label: BothTexts
  /** What holds where nobody has set anything. */
  readonly usual: Values
  readonly parts: readonly SettingPart[]
}

/** One version of a setting. Nothing is ever changed or removed; null is the default again. */
export interface Entered {
  readonly group: string
  readonly key: string
  readonly version: number
  readonly value: SettingValue | null
  /** The first day on which it holds. */
  readonly from: string
  readonly reason: string
  readonly byId: string
  readonly at: string
}

/** The defaults with what the place has set instead. */
export function valuesOn<Values extends object>(
  group: SettingGroup<Values>,
  entered: Iterable<Entered>,
  day: string,
): Values {
  const known = new Set(group.parts.map(part => part.key))
  const latest = new Map<string, Entered>()
  for (const one of entered) {
    const isOurs = one.group === group.name && known.has(one.key) && one.from <= day
    if (isOurs && one.version > (latest.get(one.key)?.version ?? 0)) latest.set(one.key, one)
  }
  let values: object = group.usual
  for (const { key, value } of latest.values()) if (value !== null) values = withPart(values, key.split('.'), value)
  return values as Values
}

function withPart(values: object, [first = '', ...rest]: readonly string[], value: SettingValue): object {
  const before = (values as Readonly<Record<string, object>>)[first] ?? {}
  return { ...values, [first]: rest.length === 0 ? value : withPart(before, rest, value) }
}

/** The value at a key; the default where `values` are the usual ones. */
export function valueAt(values: object, key: string): SettingValue {
  const found = key
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], values)
  if (typeof found !== 'number' && typeof found !== 'string' && (typeof found !== 'object' || found === null))
    throw new Error(`no setting ${key}`)
  return found as SettingValue
}

/** Whether a value can stand there: a limit for a limit, inside the bounds; halves only for hours; a word of Chinese. */
export function suits(part: SettingPart, value: SettingValue): boolean {
  const { kind, least, most } = part
  if (isList(value)) return suitsList(part, value)
  if (kind === 'words' || kind === 'choices') return false
  if (kind === 'word' || typeof value === 'string') {
    const length = typeof value === 'string' ? [...value].length : 0
    return kind === 'word' && /^\p{Script=Han}+$/u.test(String(value)) && length >= least && length <= most
  }
  const amount = typeof value === 'number' ? value : value.amount
  if ((kind === 'whole') !== (typeof value === 'number') || amount < least || amount > most) return false
  return Number.isInteger(amount) || (typeof value !== 'number' && value.clock.endsWith('-hour'))
}

export const isList = (value: SettingValue): value is readonly string[] => Array.isArray(value)

/** Each once; words of two characters and more, since a single one is in everything; choices from those there are. */
function suitsList({ kind, least, most, options = [] }: SettingPart, value: readonly string[]): boolean {
  if (value.length < least || value.length > most || new Set(value).size < value.length) return false
  if (kind === 'choices') return value.every(one => options.some(({ key }) => key === one))
  return (
    kind === 'words' && value.every(one => [...one].length >= 2 && [...one].length <= longestWord && !/\s/.test(one))
  )
}
