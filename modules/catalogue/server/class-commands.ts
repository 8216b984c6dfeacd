import { type Command, command, type Work } from '#platform/commands/server/command.ts'
import type { ClassKind } from '../common/class-kind.ts'
import * as contract from '../common/contract-classes.ts'
import type { FilingCondition } from '../common/filing-condition.ts'
import { inForce } from '../common/in-force.ts'
import { codeForOldLocal, isLocalCode, isNational, type LocalClass, nationalNamesake } from '../common/local-class.ts'
import { refuse } from '../common/refusals.ts'
import { keyOf } from '../common/sheet-diff.ts'
import { addLocalClasses, readLocalClasses } from './class-store.ts'
import { bookSubject } from './condition-book.ts'
import { addConditions, takeConditions } from './condition-store.ts'
import type { CatalogueTables } from './tables.ts'

type CatalogueWork = Work<CatalogueTables>

const nowhere = { gridPath: null, unitId: null, postId: null, ownerId: null }
const subject = ({ classKind, classCode }: { readonly classKind: ClassKind; readonly classCode: string }) => ({
  kind: bookSubject.kind,
  id: `${classKind}-${classCode}`,
})

/** The local classes and the conditions, taken for a change, and how to write both. */
async function take({ tx, actor, now, tell }: CatalogueWork) {
  const conditions = await takeConditions(tx)
  const versions = await readLocalClasses(tx)
  const writing = { byId: actor.personId, at: now }
  return {
    conditions,
    versions,
    latest: (kind: ClassKind, code: string) => versions.findLast(one => one.kind === kind && one.code === code),
    async write(classes: readonly LocalClass[], changed: readonly FilingCondition[] = []) {
      await addLocalClasses(tx, classes, writing)
      if (changed.length > 0) await addConditions(tx, changed, writing)
      tell({ subject: bookSubject, permission: 'catalogue.read', placed: nowhere })
    },
  }
}

const putClass = command<CatalogueTables, typeof contract.putClass>(contract.putClass, {
  subject,
  async run(work, { classKind: kind, classCode: code, seenVersion, name, nameEn, oldCode = null, from }) {
    if (name === '') return refuse['class-name-missing']()
    if (!isLocalCode(kind, code)) return refuse['not-a-local-code']({ code })
    if (oldCode !== null && codeForOldLocal(kind, oldCode) === null) {
      return refuse['not-an-old-local-code']({ code: oldCode })
    }
    const namesake = nationalNamesake(kind, name)
    if (namesake !== null) return refuse['national-has-it']({ code: namesake })
    const book = await take(work)
    const before = book.latest(kind, code)
    if ((before?.version ?? 0) !== seenVersion) return refuse['class-changed']()
    const twin = book.versions.find(
      one => one.kind === kind && one.code !== code && oldCode !== null && one.oldCode === oldCode,
    )
    if (twin) return refuse['old-code-taken']({ code: twin.code })
    const version = seenVersion + 1
    const both = { 'zh-CN': name, en: nameEn === '' ? name : nameEn }
    await book.write([{ kind, code, version, name: both, oldCode, adoptedAs: null, from, isEnded: false }])
    return { classCode: code, version }
  },
})

const endClass = command<CatalogueTables, typeof contract.endClass>(contract.endClass, {
  subject,
  async run(work, { classKind: kind, classCode: code, seenVersion, from }) {
    const book = await take(work)
    const before = book.latest(kind, code)
    if (!before) return refuse['no-such-class']()
    if (before.version !== seenVersion || before.isEnded) return refuse['class-changed']()
    const own = inForce(book.conditions, from).filter(one => one.classKind === kind && one.classCode === code)
    const ended = own.map(one => ({ ...one, version: one.version + 1, from, isEnded: true }))
    await book.write([{ ...before, version: seenVersion + 1, from, isEnded: true }], ended)
    return { classCode: code, version: seenVersion + 1, conditions: ended.length }
  },
})

const adoptClass = command<CatalogueTables, typeof contract.adoptClass>(contract.adoptClass, {
  subject,
  async run(work, { classKind: kind, classCode: code, seenVersion, nationalCode, from }) {
    if (!isNational(kind, nationalCode)) return refuse['unknown-class']()
    const book = await take(work)
    const before = book.latest(kind, code)
    if (!before) return refuse['no-such-class']()
    if (before.version !== seenVersion || before.isEnded) return refuse['class-changed']()
    const open = inForce(book.conditions, from)
    const there = new Set(open.map(keyOf))
    // A condition goes along as its own next version; where the national class says the same already, it ends.
    const moved = open
      .filter(one => one.classKind === kind && one.classCode === code)
      .map(one => {
        const next = { ...one, version: one.version + 1, from }
        const asNational = { ...next, classCode: nationalCode }
        return there.has(keyOf(asNational)) ? { ...next, isEnded: true } : asNational
      })
    await book.write([{ ...before, version: seenVersion + 1, from, adoptedAs: nationalCode }], moved)
    return { classCode: nationalCode, version: seenVersion + 1, conditions: moved.length }
  },
})

export const classCommands: readonly Command[] = [putClass, endClass, adoptClass]
