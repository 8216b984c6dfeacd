import type { BothNames } from './both-names.ts'
import type { ClassKind } from './class-kind.ts'
import { findClass, majors } from './classes.ts'
import { inCommon, muchAlike } from './in-common.ts'

/**
 * A class that the place added to the national catalogue (地方扩展类). It counts down from 999 inside a national major,
 * as the standard leaves 001 to 079 to itself; a case keeps the name under which it was filed.
 */
export interface LocalClass {
  readonly kind: ClassKind
  readonly code: string
  readonly version: number
  readonly name: BothNames
  /** The code that the place used under the edition of 2013 (major of two digits, serial from 99 downwards). */
  readonly oldCode: string | null
  /** The national class that has taken its place: nothing is filed under the local one any more. */
  readonly adoptedAs: string | null
  /** The first day on which this version holds. */
  readonly from: string
  readonly isEnded: boolean
}

/** Serials of local classes, GB/T 47678.5-2026: from 999 downwards to 080. */
export const localSerials = { highest: 999, lowest: 80 } as const

/** Whether a code lies where local classes may be: a national major, then 080 to 999. */
export function isLocalCode(kind: ClassKind, code: string): boolean {
  if (!/^\d{5}$/.test(code)) return false
  const serial = Number(code.slice(2))
  return majors.some(major => major.kind === kind && major.code === code.slice(0, 2)) && serial >= localSerials.lowest
}

/** The next free code of a major, from 999 downwards; null when none is left. Ended classes keep theirs. */
export function nextLocalCode(major: string, taken: Iterable<string>): string | null {
  const used = new Set(taken)
  for (let serial = localSerials.highest; serial >= localSerials.lowest; serial -= 1) {
    const code = `${major}${String(serial).padStart(3, '0')}`
    if (!used.has(code)) return code
  }
  return null
}

/**
 * The five digits that an old local code of four becomes by itself: 99 downwards turns into 999 downwards, the majors of
 * events move up by five. Null for what was no local code: a national one, or no code at all.
 */
export function codeForOldLocal(kind: ClassKind, oldCode: string): string | null {
  if (!/^\d{4}$/.test(oldCode)) return null
  const major = String(Number(oldCode.slice(0, 2)) + (kind === 'event' ? 5 : 0)).padStart(2, '0')
  const code = `${major}9${oldCode.slice(2)}`
  return Number(oldCode.slice(2)) >= oldSerialsFrom && isLocalCode(kind, code) ? code : null
}

/** No national serial of 2013 went above the middle; cities counted down from 99. */
const oldSerialsFrom = 50

/** National classes that read like a local one: it may have been adopted. The likest first, never more than three. */
export function likelyAdoptions(local: Pick<LocalClass, 'kind' | 'name'>): readonly string[] {
  const name = local.name['zh-CN']
  return majors
    .filter(({ kind }) => kind === local.kind)
    .flatMap(({ classes }) => classes.map(one => ({ code: one.code, share: likeness(name, one.name['zh-CN']) })))
    .filter(({ share }) => share >= muchAlike)
    .toSorted((a, b) => b.share - a.share || a.code.localeCompare(b.code))
    .slice(0, 3)
    .map(({ code }) => code)
}

/** Of the things that a name lists (私设地锁、阻车桩) the likest counts: 1 where one holds the other, else Dice's measure. */
function likeness(local: string, national: string): number {
  return Math.max(...national.split(/[、或（）]/u).map(part => likenessOf(local, part)))
}

function likenessOf(a: string, b: string): number {
  const share = inCommon(a, b)
  return share !== null && b.length > 1 && (a.includes(b) || b.includes(a)) ? 1 : (share ?? 0)
}

/** The national class that already has this very name, if one has. */
export function nationalNamesake(kind: ClassKind, name: string): string | null {
  const own = majors.filter(major => major.kind === kind).flatMap(major => major.classes)
  return own.find(one => one.name['zh-CN'] === name)?.code ?? null
}

export const isNational = (kind: ClassKind, code: string): boolean => findClass(kind, code) !== null
