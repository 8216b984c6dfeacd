import type { Limit } from '#platform/worktime/common/index.ts'

/** What makes a matter press. Each says 0 (not at all) to 1 (as much as can be); weights make one number of them. */
export const criteria = ['danger', 'people', 'repetition', 'weak', 'time'] as const
export type Criterion = (typeof criteria)[number]

export interface PrioritySettings {
  /** Beside each other; only their proportion counts. */
  readonly weights: Readonly<Record<Criterion, number>>
  /** So many reports of one matter count as fully many. */
  readonly manyReports: number
  /** So many earlier matters at the same point count as fully repeated. */
  readonly manyRepeats: number
  readonly repeatMetres: number
  readonly repeatDays: number
  /** Words that speak of danger to life, and of people who cannot help themselves. Looked for in what was reported. */
  readonly dangerWords: readonly string[]
  readonly weakWords: readonly string[]
  /** From this score on, a matter stands as urgent, or very urgent, in the inbox. */
  readonly urgentFrom: number
  readonly veryUrgentFrom: number
}

const listOf = (words: string): readonly string[] => words.split(' ')

/** No standard says how to weigh; danger first is the order in which every city's rules name them. Local practice. */
export const usualPriority: PrioritySettings = {
  weights: { danger: 40, people: 20, repetition: 15, weak: 15, time: 10 },
  manyReports: 5,
  manyRepeats: 5,
  repeatMetres: 50,
  repeatDays: 30,
  dangerWords: listOf(
    '煤气 燃气泄漏 天然气 漏电 触电 起火 着火 冒烟 坍塌 塌陷 坠落 高坠 爆炸 溺水 断裂 倒塌 电线掉 井盖缺失 没有井盖',
  ),
  weakWords: listOf('老人 独居 孤寡 残疾 轮椅 盲人 儿童 孩子 孕妇 病人 低保 学校门口 幼儿园 养老院'),
  urgentFrom: 45,
  veryUrgentFrom: 70,
}

/** What is known about a matter when it is weighed. */
export interface Weighed {
  readonly limit: Limit | null
  readonly text: string
  /** Reports of this very matter, its own included. */
  readonly reports: number
  /** Earlier matters at the same point within the days of the settings. */
  readonly repeats: number
  /** How much of the limit that runs has gone; above 1 when it is late. */
  readonly share: number
}

export interface Reason {
  readonly criterion: Criterion
  /** 0 to 1. */
  readonly degree: number
  /** Points of the hundred that it gives. */
  readonly points: number
  /** What it was read from: the words found, or the number counted. */
  readonly found: string
}

export interface Priority {
  /** 0 to 100. */
  readonly score: number
  readonly reasons: readonly Reason[]
}

/** Urgent-hour limits are what a city gives to matters that cannot wait; working hours come next. */
const degreeOfClock: Readonly<Record<Limit['clock'], number>> = {
  'urgent-hour': 1,
  'work-hour': 0.4,
  'work-day': 0.1,
  'natural-day': 0,
}

/** How much a matter presses, with what each criterion gave. Every criterion only ever raises it. */
export function weigh(about: Weighed, settings: PrioritySettings): Priority {
  const sum = criteria.reduce((total, one) => total + settings.weights[one], 0)
  const degrees = degreesOf(about, settings)
  const reasons = criteria
    .map(criterion => {
      const { degree, found } = degrees[criterion]
      const points = sum === 0 ? 0 : (100 * degree * settings.weights[criterion]) / sum
      return { criterion, degree, found, points: Math.round(points * 10) / 10 }
    })
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points)
  return { score: Math.min(100, Math.round(reasons.reduce((total, { points }) => total + points, 0))), reasons }
}

interface Degree {
  readonly degree: number
  readonly found: string
}

function degreesOf(about: Weighed, settings: PrioritySettings): Record<Criterion, Degree> {
  const danger = wordsIn(about.text, settings.dangerWords)
  const weak = wordsIn(about.text, settings.weakWords)
  const byClock = about.limit === null ? 0 : degreeOfClock[about.limit.clock]
  const reports = among(about.reports - 1, settings.manyReports - 1)
  return {
    danger:
      danger.length > 0
        ? { degree: 1, found: danger.join('、') }
        : { degree: byClock, found: about.limit?.clock ?? '' },
    people: { degree: reports, found: String(about.reports) },
    repetition: { degree: among(about.repeats, settings.manyRepeats), found: String(about.repeats) },
    weak: { degree: weak.length > 0 ? 1 : 0, found: weak.join('、') },
    time: { degree: Math.min(1, Math.max(0, about.share)), found: String(Math.round(about.share * 100)) },
  }
}

function among(count: number, many: number): number {
  return many <= 0 ? (count > 0 ? 1 : 0) : Math.min(1, Math.max(0, count) / many)
}

function wordsIn(text: string, words: readonly string[]): readonly string[] {
  return words.filter(word => text.includes(word)).toSorted((a, b) => text.indexOf(a) - text.indexOf(b))
}

/** How the inbox says it: 3 very urgent, 2 urgent, 0 as usual. */
export function bandOf(score: number, { urgentFrom, veryUrgentFrom }: PrioritySettings): 0 | 2 | 3 {
  return score >= veryUrgentFrom ? 3 : score >= urgentFrom ? 2 : 0
}
