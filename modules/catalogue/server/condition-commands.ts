import { type Command, command, type Work } from '#platform/commands/server/command.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { classesOn } from '../common/class-book.ts'
import * as contract from '../common/contract.ts'
import type { FilingCondition } from '../common/filing-condition.ts'
import { inForce } from '../common/in-force.ts'
import { parseLimitText } from '../common/limit-text.ts'
import { refuse } from '../common/refusals.ts'
import { diffSheet, keyOf, sheetColumns } from '../common/sheet-diff.ts'
import { readLocalClasses } from './class-store.ts'
import { bookSubject } from './condition-book.ts'
import { addConditions, takeConditions } from './condition-store.ts'
import type { CatalogueTables } from './tables.ts'

type CatalogueWork = Work<CatalogueTables>

const nowhere = { gridPath: null, unitId: null, postId: null, ownerId: null }
const subject = (id: string) => ({ kind: bookSubject.kind, id })

async function write(work: CatalogueWork, conditions: readonly FilingCondition[]): Promise<void> {
  await addConditions(work.tx, conditions, { byId: work.actor.personId, at: work.now })
  work.tell({ subject: bookSubject, permission: 'catalogue.read', placed: nowhere })
}

const putCondition = command<CatalogueTables, typeof contract.putCondition>(contract.putCondition, {
  subject: ({ conditionId }) => subject(conditionId),
  async run(work, { conditionId, seenVersion, limit, from, ...said }) {
    for (const column of ['condition', 'limitText', 'closing'] as const) {
      if (said[column] === '') return refuse['text-missing']({ column })
    }
    const { classKind, classCode } = said
    const book = await takeConditions(work.tx)
    const classes = classesOn(await readLocalClasses(work.tx), from)
    if (!classes.find(classKind, classCode)) return refuse['unknown-class']({ classKind, classCode })
    const before = book.findLast(one => one.id === conditionId)
    if ((before?.version ?? 0) !== seenVersion) return refuse['condition-changed']()
    const twin = inForce(book, from).find(one => one.id !== conditionId && keyOf(one) === keyOf(said))
    if (twin) return refuse['said-already']({ conditionId: twin.id })
    const read = parseLimitText(said.limitText)
    const decided = limit ?? (read.needsDecision ? null : read.limit)
    const version = seenVersion + 1
    const needsDecision = decided === null
    await write(work, [{ ...said, id: conditionId, version, limit: decided, needsDecision, from, isEnded: false }])
    return { conditionId, version, needsDecision }
  },
})

const endCondition = command<CatalogueTables, typeof contract.endCondition>(contract.endCondition, {
  subject: ({ conditionId }) => subject(conditionId),
  async run(work, { conditionId, seenVersion, from }) {
    const before = (await takeConditions(work.tx)).findLast(one => one.id === conditionId)
    if (!before) return refuse['no-such-condition']()
    if (before.version !== seenVersion || before.isEnded) return refuse['condition-changed']()
    const version = seenVersion + 1
    await write(work, [{ ...before, version, from, isEnded: true }])
    return { conditionId, version }
  },
})

const importSheet = command<CatalogueTables, typeof contract.importSheet>(contract.importSheet, {
  subject: () => bookSubject,
  async run(work, { rows, from, endGone, seenBook }) {
    const book = await takeConditions(work.tx)
    const local = await readLocalClasses(work.tx)
    if (book.length + local.length !== seenBook) return refuse['book-changed']()
    const diff = diffSheet(rows, inForce(book, from), classesOn(local, from).knows)
    const latest = new Map(book.map(one => [one.id, one.version]))
    const next = (id: string) => ({ id, version: (latest.get(id) ?? 0) + 1, from })
    const ended = endGone ? diff.gone : []
    const written = [
      ...diff.fresh.map(({ wanted }) => ({ ...wanted, ...next(newId()), isEnded: false })),
      ...diff.changed.map(({ was, wanted }) => ({ ...wanted, ...next(was.id), isEnded: false })),
      ...ended.map(one => ({ ...one, ...next(one.id), isEnded: true })),
    ]
    if (written.length > 0) await write(work, written)
    return {
      fresh: diff.fresh.length,
      changed: diff.changed.length,
      same: diff.same.length,
      ended: ended.length,
      undecided: written.filter(one => one.needsDecision && !one.isEnded).length,
      faults: diff.faults.toSorted(
        (a, b) => a.row - b.row || sheetColumns.indexOf(a.column) - sheetColumns.indexOf(b.column),
      ),
    }
  },
})

export const conditionCommands: readonly Command[] = [putCondition, endCondition, importSheet]
