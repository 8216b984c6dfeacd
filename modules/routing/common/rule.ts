import type { ClassKind } from '#modules/catalogue/common/index.ts'
import { depthOf, isInside } from '#platform/authz/common/grants.ts'
import { type Instant, instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'

/** For which matters a rule speaks. What is left open (`null`, no weekdays, no hours) fits everything. */
export interface RuleTerms {
  readonly gridPath: string | null
  readonly classKind: ClassKind | null
  /** How the code begins: `06` for a major, `06010` for one class; empty for all of the kind. */
  readonly classStart: string
  /** 1 Monday to 7 Sunday, the day on which the hours begin. None means every day. */
  readonly weekdays: readonly number[]
  /** Minutes after midnight, half open. An end at or before the beginning is on the next day. */
  readonly hours: { readonly from: number; readonly until: number } | null
  /** First and last day; the last is still included. */
  readonly validFrom: string
  readonly validUntil: string | null
}

export interface Rule extends RuleTerms {
  readonly ruleId: string
  readonly version: number
  readonly unitId: string
  readonly writtenAt: Instant
}

/** A matter as far as rules ask about it. */
export interface Question {
  readonly gridPath: string | null
  readonly classKind: ClassKind
  readonly classCode: string
  readonly at: Instant
}

/** Why a rule was not the one: it does not speak of this matter, or another speaks of it more exactly. */
export const lostReasons = [
  'not-yet',
  'over',
  'other-place',
  'other-class',
  'other-day',
  'other-hour',
  'wider-place',
  'wider-class',
  'wider-time',
  'older',
] as const
export type Lost = (typeof lostReasons)[number]

export interface Judged<R extends Rule = Rule> {
  readonly winner: R | null
  /** The others that fit, nearest to winning first, then those that do not fit. */
  readonly others: readonly { readonly rule: R; readonly lost: Lost }[]
}

const minutesOfDay = 1440

/** The day, its weekday and the minute where the matter is. */
export function localMoment(at: Instant, offsetMinutes: number) {
  const local = instantOf(millisecondsOf(at) + offsetMinutes * 60_000)
  return { day: local.slice(0, 10), weekday: weekdayOf(local.slice(0, 10)), minute: minuteOf(local.slice(11, 16)) }
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

export function timeOf(minute: number): string {
  const two = (amount: number) => String(amount).padStart(2, '0')
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`
}

export function dayAfter(day: string, days = 1): string {
  return instantOf(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).slice(0, 10)
}

/**
 * The rule that speaks most exactly of a matter: the deeper grid, then the narrower class, then the narrower time, then
 * the newest. Every other one is told with why it lost, so that a dry run can be understood.
 */
export function whichRule<R extends Rule>(rules: readonly R[], question: Question, offsetMinutes: number): Judged<R> {
  const told = rules.map(rule => ({ rule, lost: unfit(rule, question, offsetMinutes) }))
  const fits = told.filter(({ lost }) => lost === null).map(({ rule }) => rule)
  const [winner = null, ...losers] = fits.sort((a, b) => -firstDifference(a, b).order)
  const unfits = told.flatMap(({ rule, lost }) => (lost === null ? [] : [{ rule, lost }]))
  return {
    winner,
    others: [...losers.map(rule => ({ rule, lost: firstDifference(winner!, rule).lost })), ...unfits],
  }
}

function unfit(rule: Rule, { gridPath, classKind, classCode, at }: Question, offsetMinutes: number): Lost | null {
  const { day } = localMoment(at, offsetMinutes)
  if (day < rule.validFrom) return 'not-yet'
  if (rule.validUntil !== null && day > rule.validUntil) return 'over'
  if (rule.gridPath !== null && (gridPath === null || !isInside(gridPath, rule.gridPath))) return 'other-place'
  if (rule.classKind !== null && rule.classKind !== classKind) return 'other-class'
  if (!classCode.startsWith(rule.classStart)) return 'other-class'
  return outOfHours(rule, at, offsetMinutes)
}

/** Hours past midnight still belong to the day on which they began. */
function outOfHours({ weekdays, hours }: RuleTerms, at: Instant, offsetMinutes: number): Lost | null {
  const { weekday, minute } = localMoment(at, offsetMinutes)
  const isOn = (day: number) => weekdays.length === 0 || weekdays.includes(day)
  if (hours === null) return isOn(weekday) ? null : 'other-day'
  const isOvernight = hours.until <= hours.from
  const isEvening = minute >= hours.from && (isOvernight || minute < hours.until)
  const isMorning = isOvernight && minute < hours.until
  if (!isEvening && !isMorning) return 'other-hour'
  const yesterday = ((weekday + 5) % 7) + 1
  return (isEvening && isOn(weekday)) || (isMorning && isOn(yesterday)) ? null : 'other-day'
}

/** How many minutes of a week a rule speaks of. */
function minutesAWeek({ weekdays, hours }: RuleTerms): number {
  const days = weekdays.length === 0 ? 7 : new Set(weekdays).size
  if (hours === null) return days * minutesOfDay
  const span = hours.until - hours.from
  return days * (span > 0 ? span : span + minutesOfDay)
}

function daysValid({ validFrom, validUntil }: RuleTerms): number {
  return validUntil === null ? Number.MAX_SAFE_INTEGER : (Date.parse(validUntil) - Date.parse(validFrom)) / 86_400_000
}

/** By which measure `a` and `b` differ first; `order` above 0 when `a` goes before. */
function firstDifference(a: Rule, b: Rule): { readonly order: number; readonly lost: Lost } {
  const depth = (rule: Rule) => (rule.gridPath === null ? 0 : depthOf(rule.gridPath))
  const width = (rule: Rule) => (rule.classKind === null ? -1 : rule.classStart.length)
  const measures: readonly (readonly [number, Lost])[] = [
    [depth(a) - depth(b), 'wider-place'],
    [width(a) - width(b), 'wider-class'],
    [minutesAWeek(b) - minutesAWeek(a), 'wider-time'],
    [daysValid(b) - daysValid(a), 'wider-time'],
    [a.writtenAt === b.writtenAt ? 0 : a.writtenAt > b.writtenAt ? 1 : -1, 'older'],
  ]
  const [order, lost] = measures.find(([difference]) => difference !== 0) ?? [a.ruleId < b.ruleId ? -1 : 1, 'older']
  return { order, lost }
}

/**
 * The terms of a rule made from a ruling: this class wherever the ruler answers for. If a rule in force speaks more
 * exactly of the very matter that was ruled on, the new one takes over its terms, being newer; else the ruling would
 * change nothing.
 */
export function termsOfRuling(
  rules: readonly Rule[],
  question: Question,
  ruling: { readonly gridPath: string | null; readonly day: string },
  offsetMinutes: number,
): RuleTerms {
  const { classKind, classCode } = question
  const terms: RuleTerms = {
    ...{ gridPath: ruling.gridPath, classKind, classStart: classCode, weekdays: [], hours: null },
    ...{ validFrom: ruling.day, validUntil: null },
  }
  const asRule: Rule = { ...terms, ruleId: '', version: 1, unitId: '', writtenAt: latest }
  const { winner } = whichRule([...rules, asRule], question, offsetMinutes)
  if (winner === null || winner === asRule) return terms
  const { gridPath, classStart, weekdays, hours, validUntil } = winner
  return { ...terms, gridPath, ...(classStart === classCode ? { weekdays, hours, validUntil } : {}) }
}

const latest = '9999-12-31T00:00:00.000Z'
