import type { BothNames } from './both-names.ts'
import type { ClassKind } from './class-kind.ts'
import { type CatalogueClass, currentCodeFor, faultOf, findClass, type Major, majors } from './classes.ts'
import type { LocalClass } from './local-class.ts'

/** Every class under which something can be filed on a day: the national ones and the place's own. */
export interface ClassBook {
  readonly majors: readonly Major[]
  find(kind: ClassKind, code: string): CatalogueClass | null
  /** What a case of this class is called: 供水井盖异常, 暴露垃圾. Also for classes that have ended. */
  label(kind: ClassKind, code: string): BothNames | null
  /** True for a class of today; today's code for one of 2013 or one that was adopted; false for neither. */
  knows(kind: ClassKind, code: string): boolean | string
}

/** The classes of a day, out of every version of the local ones. */
export function classesOn(versions: Iterable<LocalClass>, day: string): ClassBook {
  const latest = new Map<string, LocalClass>()
  for (const one of versions) {
    const key = `${one.kind}:${one.code}`
    if (one.from <= day && one.version > (latest.get(key)?.version ?? 0)) latest.set(key, one)
  }
  const open = [...latest.values()].filter(one => !one.isEnded && one.adoptedAs === null)
  const ofOld = new Map([...latest.values()].flatMap(one => (one.oldCode ? [[`${one.kind}:${one.oldCode}`, one]] : [])))
  const own = new Map(open.map(one => [`${one.kind}:${one.code}`, classOf(one)]))
  const find = (kind: ClassKind, code: string) => findClass(kind, code) ?? own.get(`${kind}:${code}`) ?? null

  const successor = (kind: ClassKind, code: string): string | null => {
    const local = latest.get(`${kind}:${code}`) ?? ofOld.get(`${kind}:${code}`)
    if (!local) return currentCodeFor(kind, code)
    return local.isEnded ? null : (local.adoptedAs ?? local.code)
  }

  return {
    majors: majors.map(major => ({
      ...major,
      classes: [...major.classes, ...inMajor(open, major).map(classOf)],
    })),
    find,
    label(kind, code) {
      const found = find(kind, code)
      const ended = latest.get(`${kind}:${code}`)
      return found ? (found.fault ?? found.name) : ended ? (faultOf(kind, code, ended.name) ?? ended.name) : null
    },
    knows: (kind, code) => find(kind, code) !== null || (successor(kind, code) ?? false),
  }
}

function inMajor(open: readonly LocalClass[], { kind, code }: Major): readonly LocalClass[] {
  return open
    .filter(one => one.kind === kind && one.code.startsWith(code))
    .toSorted((a, b) => b.code.localeCompare(a.code))
}

function classOf({ kind, code, name, oldCode }: LocalClass): CatalogueClass {
  return { kind, code, name, fault: faultOf(kind, code, name), oldCodes: oldCode === null ? [] : [oldCode] }
}

/** A place that has added nothing. */
export const nationalClasses: ClassBook = classesOn([], '')
