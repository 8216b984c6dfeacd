/**
 * What closed cases teach about a new one. Words are those that the search keeps (pairs of Chinese characters, whole
 * Latin words); each counts once per case. The suggestion is only ever shown with the counts that made it.
 */
export interface Lesson {
  readonly words: readonly string[]
  /** Kind and code of the class together. */
  readonly classKey: string
  readonly unitId: string | null
  readonly gridPath: string
}

export interface Learned {
  readonly cases: number
  readonly classes: ReadonlyMap<string, { readonly cases: number; readonly words: ReadonlyMap<string, number> }>
  readonly words: ReadonlyMap<string, number>
  /** By class, and by place and class: how many each unit settled. */
  readonly units: ReadonlyMap<string, ReadonlyMap<string, number>>
}

export interface LikelyClass {
  readonly classKey: string
  /** Among the classes known, from 0 to 1. */
  readonly share: number
  readonly because: readonly { readonly word: string; readonly of: number; readonly all: number }[]
}

export interface LikelyUnit {
  readonly unitId: string
  readonly times: number
  readonly of: number
  /** The grid that these were counted in; null for everywhere. */
  readonly gridPath: string | null
}

/** Fewer cases of a class at a place than this teach nothing about the place. */
const enough = 3
const mostReasons = 3
/** A class less likely than this beside the others is no suggestion. */
const leastShare = 0.01

export function learn(lessons: Iterable<Lesson>): Learned {
  let cases = 0
  const classes = new Map<string, { cases: number; words: Map<string, number> }>()
  const words = new Map<string, number>()
  const units = new Map<string, Map<string, number>>()
  for (const { words: said, classKey, unitId, gridPath } of lessons) {
    cases += 1
    const kind = classes.get(classKey) ?? { cases: 0, words: new Map<string, number>() }
    classes.set(classKey, kind)
    kind.cases += 1
    for (const word of new Set(said)) {
      count(words, word)
      count(kind.words, word)
    }
    if (unitId === null) continue
    for (const place of [null, ...placesOf(gridPath)]) {
      const key = unitKey(classKey, place)
      const known = units.get(key) ?? new Map<string, number>()
      units.set(key, known)
      count(known, unitId)
    }
  }
  return { cases, classes, words, units }
}

/** Naive Bayes over the words that closed cases know; a text without any known word gets no suggestion. */
export function likelyClasses(learned: Learned, said: readonly string[], most = 3): LikelyClass[] {
  const known = [...new Set(said)].filter(word => learned.words.has(word))
  if (known.length === 0) return []
  const scored = [...learned.classes].map(([classKey, { cases, words }]) => {
    const score = known.reduce(
      (sum, word) => sum + Math.log(((words.get(word) ?? 0) + 0.1) / (cases + 0.2)),
      Math.log(cases / learned.cases),
    )
    const because = joinedPairs(
      known
        .map(word => {
          const of = words.get(word) ?? 0
          const all = learned.words.get(word) ?? 0
          // How much oftener than by chance, and how often at all: a word seen once is a weak reason.
          const lift = (of * learned.cases) / (all * cases)
          return { word, of, all, weight: lift < 1 ? 0 : of * Math.log1p(lift) }
        })
        .filter(({ weight }) => weight > 0),
    )
      .sort((a, b) => b.weight - a.weight || compare(a.word, b.word))
      .slice(0, mostReasons)
      .map(({ word, of, all }) => ({ word, of, all }))
    return { classKey, score, because }
  })
  const best = Math.max(...scored.map(({ score }) => score))
  const total = scored.reduce((sum, { score }) => sum + Math.exp(score - best), 0)
  return scored
    .filter(({ because }) => because.length > 0)
    .sort((a, b) => b.score - a.score || compare(a.classKey, b.classKey))
    .slice(0, most)
    .map(({ classKey, score, because }) => ({ classKey, share: Math.exp(score - best) / total, because }))
    .filter(({ share }) => share >= leastShare)
}

interface Reason {
  readonly word: string
  readonly of: number
  readonly all: number
  readonly weight: number
}

/**
 * Pairs that overlap in the text and were always said together are one reason: 好几 and 几天 are read as 好几天. Where the
 * next word begins with the last sign of such a reason, the sign is that word's: 少量 and 垃圾, not 少量垃. They come in the
 * order of the text.
 */
function joinedPairs(reasons: readonly Reason[]): Reason[] {
  const joined: Reason[] = []
  for (const reason of reasons) {
    const before = joined.at(-1)
    const overlaps = before?.word.at(-1) === reason.word[0]
    if (before && overlaps && before.of === reason.of && before.all === reason.all) {
      joined[joined.length - 1] = { ...before, word: before.word + reason.word.slice(1) }
      continue
    }
    if (before && overlaps && before.word.length > 2) {
      joined[joined.length - 1] = { ...before, word: before.word.slice(0, -1) }
    }
    joined.push(reason)
  }
  return joined
}

export interface LikelyCondition {
  readonly conditionId: string
  /** How many of the closed cases of the class were filed under it. */
  readonly times: number
  readonly of: number
  readonly because: LikelyClass['because']
}

/**
 * Under which condition of a class, out of what closed cases of that class taught (their conditions in the place of
 * classes): by the words where they say something, else by how often. One condition alone is no choice.
 */
export function likelyConditions(learned: Learned | undefined, said: readonly string[], most = 2): LikelyCondition[] {
  if (!learned || learned.classes.size < 2) return []
  const times = (conditionId: string) => learned.classes.get(conditionId)?.cases ?? 0
  const byWords = likelyClasses(learned, said, most)
  const found =
    byWords.length > 0
      ? byWords
      : [...learned.classes.keys()]
          .map(classKey => ({ classKey, because: [] }))
          .sort((a, b) => times(b.classKey) - times(a.classKey))
  return found
    .slice(0, most)
    .map(({ classKey, because }) => ({ conditionId: classKey, times: times(classKey), of: learned.cases, because }))
}

/** Who settled this class: in the smallest grid around that has seen it often enough, else anywhere. */
export function likelyUnits(learned: Learned, classKey: string, gridPath: string, most = 3): LikelyUnit[] {
  for (const place of [...placesOf(gridPath).reverse(), null]) {
    const known = learned.units.get(unitKey(classKey, place))
    const of = [...(known?.values() ?? [])].reduce((sum, times) => sum + times, 0)
    if (!known || (place !== null && of < enough)) continue
    return [...known]
      .sort(([a, times], [b, others]) => others - times || compare(a, b))
      .slice(0, most)
      .map(([unitId, times]) => ({ unitId, times, of, gridPath: place }))
  }
  return []
}

/** 1, 1.2, 1.2.3: from the largest grid to the smallest. */
function placesOf(gridPath: string): string[] {
  const steps = gridPath === '' ? [] : gridPath.split('.')
  return steps.map((_, depth) => steps.slice(0, depth + 1).join('.'))
}

function unitKey(classKey: string, place: string | null): string {
  return `${classKey} ${place ?? ''}`
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
