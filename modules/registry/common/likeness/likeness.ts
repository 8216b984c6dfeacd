/** What two records of people are compared by. Everything but the name may be missing. */
export interface Comparable {
  readonly name: string
  /** The name in pinyin without tones, a blank between syllables, every reading of a surname as the surname: `ceng guo fan` never, `zeng guo fan`. */
  readonly sounds: string
  /** Formerly, and otherwise, called. */
  readonly otherNames: readonly string[]
  readonly number: string | null
  readonly bornOn: string | null
  readonly sex: string | null
  readonly phones: readonly string[]
  /** The key of the standard address in which they live. */
  readonly addressKey: string | null
}

/** Why two records look like one person, or unlike. */
export type LikenessReason =
  | 'number-same'
  | 'number-near'
  | 'number-other'
  | 'name-same'
  | 'name-former'
  | 'name-sounds'
  | 'name-near'
  | 'name-other'
  | 'born-same'
  | 'born-near'
  | 'born-other'
  | 'phone-same'
  | 'address-same'
  | 'sex-other'

/**
 * What each reason is worth (local practice, configurable). The number decides alone; without it a name, a birthday and
 * one thing more make two records one person.
 */
export const usualWeights: Readonly<Record<LikenessReason, number>> = {
  ...{ 'number-same': 0.7, 'number-near': 0.3, 'number-other': -0.55 },
  ...{ 'name-same': 0.35, 'name-former': 0.3, 'name-sounds': 0.28, 'name-near': 0.15, 'name-other': -0.25 },
  ...{ 'born-same': 0.3, 'born-near': 0.15, 'born-other': -0.25 },
  ...{ 'phone-same': 0.2, 'address-same': 0.15, 'sex-other': -0.2 },
}

export interface Likeness {
  /** 0 to 1. */
  readonly score: number
  readonly reasons: readonly LikenessReason[]
}

/** From here on somebody is asked whether the two are one; from `surely` on it is proposed first. Nothing merges by itself. */
export const perhaps = 0.6
export const surely = 0.85

/** How alike two records are, with the reasons. The order of the two does not matter. */
export function likenessOf(a: Comparable, b: Comparable, weights = usualWeights): Likeness {
  const reasons = [
    numberReason(a.number, b.number),
    nameReason(a, b),
    bornReason(a.bornOn, b.bornOn),
    a.phones.some(phone => b.phones.includes(phone)) ? ('phone-same' as const) : null,
    a.addressKey !== null && a.addressKey === b.addressKey ? ('address-same' as const) : null,
    a.sex !== null && b.sex !== null && a.sex !== b.sex ? ('sex-other' as const) : null,
  ].filter(reason => reason !== null)
  return { score: Math.round(Math.min(1, Math.max(0, sumOf(reasons, weights))) * 100) / 100, reasons }
}

/**
 * Whether two may reach `perhaps` at all, by what lies in clear and by which numbers they are known to share: so that only
 * few sealed numbers are opened. Never false where `likenessOf` reaches it.
 */
export function mayBeAlike(
  a: Comparable,
  b: Comparable,
  shared: { readonly number: boolean; readonly phone: boolean },
  weights = usualWeights,
): boolean {
  const clear = [
    nameReason(a, b),
    bornReason(a.bornOn, b.bornOn),
    a.sex !== null && b.sex !== null && a.sex !== b.sex ? ('sex-other' as const) : null,
  ].filter(reason => reason !== null)
  const best: LikenessReason[] = [
    shared.number ? 'number-same' : 'number-near',
    'address-same',
    ...(shared.phone ? ['phone-same' as const] : []),
  ]
  return Math.round(sumOf([...clear, ...best], weights) * 100) >= perhaps * 100
}

const sumOf = (reasons: readonly LikenessReason[], weights: Readonly<Record<LikenessReason, number>>): number =>
  reasons.reduce((total, reason) => total + weights[reason], 0)

function numberReason(a: string | null, b: string | null): LikenessReason | null {
  if (a === null || b === null) return null
  if (a === b) return 'number-same'
  return oneSlip(a, b) ? 'number-near' : 'number-other'
}

function bornReason(a: string | null, b: string | null): LikenessReason | null {
  if (a === null || b === null) return null
  if (a === b) return 'born-same'
  const [yearA, monthA, dayA] = a.split('-')
  const [yearB, monthB, dayB] = b.split('-')
  const isTurned = yearA === yearB && monthA === dayB && dayA === monthB
  return isTurned || oneSlip(a, b) ? 'born-near' : 'born-other'
}

function nameReason(a: Comparable, b: Comparable): LikenessReason {
  const [first, second] = [plainName(a.name), plainName(b.name)]
  if (first === second) return 'name-same'
  const namesOf = (one: Comparable) => one.otherNames.map(plainName)
  if (namesOf(a).includes(second) || namesOf(b).includes(first)) return 'name-former'
  if (a.sounds !== '' && a.sounds === b.sounds) return 'name-sounds'
  return isMasked(first, second) || oneCharacterApart(first, second) ? 'name-near' : 'name-other'
}

/** Half width, without blanks and the dots inside names of minorities, variants of characters made one. */
export function plainName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s·•‧・.-]/gu, '')
  return [...plain].map(character => variants.get(character) ?? character).join('')
}

// Ways of writing one character that registers and keyboards mix up.
const variantPairs =
  '昇升 陞升 喆哲 堃坤 甯宁 寧宁 於于 傑杰 雲云 華华 國国 龍龙 鳳凤 榮荣 麗丽 張张 陳陈 劉刘 楊杨 趙赵 黃黄 吳吴 鄭郑 馮冯 許许 閆闫 閻闫 阎闫 肖萧 蕭萧 付傅 代戴 邱丘 鍾钟 锺钟 桥乔'
export const variants: ReadonlyMap<string, string> = new Map(
  variantPairs.split(' ').flatMap(pair => {
    const [from, to] = [...pair]
    return from !== undefined && to !== undefined && from !== to ? [[from, to] as const] : []
  }),
)

/** 张*三 and 张某 stand for any name of the same length and surname; so does a character that a keyboard lacked. */
function isMasked(a: string, b: string): boolean {
  const [first, second] = [[...a], [...b]]
  if (first.length !== second.length || first[0] !== second[0]) return false
  const unknown = /[*?某〇□#_]/u
  return first.every((character, at) => {
    const other = second[at] ?? ''
    return character === other || unknown.test(character) || unknown.test(other)
  })
}

function oneCharacterApart(a: string, b: string): boolean {
  const [first, second] = [[...a], [...b]]
  if (first.length < 3 || first.length !== second.length || first[0] !== second[0]) return false
  return first.filter((character, at) => character !== second[at]).length === 1
}

/** One digit wrong, or two neighbours swapped. */
export function oneSlip(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false
  const at = [...a].findIndex((character, i) => character !== b[i])
  if (a.slice(at + 1) === b.slice(at + 1)) return true
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}
