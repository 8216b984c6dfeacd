import catalogue from './gb47678-5.json' with { type: 'json' }
import type { BothNames } from './both-names.ts'
import type { ClassKind } from './class-kind.ts'

/** One class of the catalogue, national or local. Components and events have number spaces of their own: `01001` alone names nothing. */
export interface CatalogueClass {
  readonly kind: ClassKind
  readonly code: string
  readonly name: BothNames
  /** What a case about a component is called; an event is a matter by itself. */
  readonly fault: BothNames | null
  /** Codes of GB/T 30428.2-2013 that became this class. */
  readonly oldCodes: readonly string[]
}

export interface Major {
  readonly kind: ClassKind
  readonly code: string
  readonly name: BothNames
  readonly classes: readonly CatalogueClass[]
}

export const catalogueStandard = catalogue.standard

const moved: Readonly<Record<string, string>> = catalogue.moved
const dropped = new Set(catalogue.dropped)
const eventMajors: Readonly<Record<string, string>> = catalogue.eventMajors

/**
 * The class that a code of GB/T 30428.2-2013 became, or null when it was dropped or never was. Majors of components
 * kept their number and those of events moved up by five; the serial got a third digit; a few classes moved elsewhere.
 */
export function currentCodeFor(kind: ClassKind, oldCode: string): string | null {
  const code = successorOf(kind, oldCode)
  return code !== null && findClass(kind, code) ? code : null
}

function successorOf(kind: ClassKind, oldCode: string): string | null {
  const key = `${kind}:${oldCode}`
  if (dropped.has(key)) return null
  const major = kind === 'component' ? oldCode.slice(0, 2) : eventMajors[oldCode.slice(0, 2)]
  return moved[key] ?? (major === undefined ? null : `${major}0${oldCode.slice(2)}`)
}

/** Every code that the 2013 edition can have had: six majors, serials of two digits. */
const oldCodes = ['01', '02', '03', '04', '05', '06'].flatMap(major =>
  Array.from({ length: 99 }, (_, i) => `${major}${String(i + 1).padStart(2, '0')}`),
)

/**
 * The majors in the order of the standard: components (appendix A) and events (appendix C). The classes 01 to 05 of
 * the standard's matters are the components' own codes with 异常 added to the name, so they are derived, not listed.
 */
export const majors: readonly Major[] = catalogue.majors.map(major => {
  const kind = major.kind as ClassKind
  return {
    kind,
    code: major.code,
    name: { 'zh-CN': major.name, en: major.en },
    classes: major.classes.map(([code = '', name = '', en = '']) => ({
      kind,
      code,
      name: { 'zh-CN': name, en },
      fault: faultOf(kind, code, { 'zh-CN': name, en }),
      oldCodes: oldCodes.filter(old => successorOf(kind, old) === code),
    })),
  }
})

const byCode = new Map(majors.flatMap(major => major.classes.map(one => [`${one.kind}:${one.code}`, one] as const)))

export function findClass(kind: ClassKind, code: string): CatalogueClass | null {
  return byCode.get(`${kind}:${code}`) ?? null
}

/** What a case about a component is called; null for events. 01066 is the one name that the standard writes otherwise. */
export function faultOf(kind: ClassKind, code: string, name: BothNames): BothNames | null {
  if (kind === 'event') return null
  const zh = code === '01066' ? '紧急报警点异常SOS' : `${name['zh-CN']}异常`
  return { 'zh-CN': zh, en: `${name.en}: fault` }
}
