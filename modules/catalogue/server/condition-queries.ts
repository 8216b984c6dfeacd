import { type Query, query } from '#platform/commands/server/command.ts'
import type { ClassBook } from '../common/class-book.ts'
import { listConditions, showCondition } from '../common/contract.ts'
import type { FilingCondition } from '../common/filing-condition.ts'
import { refuse } from '../common/refusals.ts'
import type { CatalogueTables } from './tables.ts'
import type { ConditionBook } from './condition-book.ts'

export const conditionQueries = (book: ConditionBook): readonly Query[] => [
  query<CatalogueTables, typeof listConditions>(listConditions, {
    async run({ read, now }, { classKind, classCode, text = '', undecided = false }) {
      await book.catchUp(read)
      const all = book.inForce(now)
      const classes = book.classes(now)
      const rows = all.filter(
        one =>
          (classKind === undefined || one.classKind === classKind) &&
          (classCode === undefined || one.classCode === classCode) &&
          (!undecided || one.needsDecision) &&
          holds(one, text.trim().toLowerCase(), classes),
      )
      const open = all.filter(one => one.needsDecision).length
      return {
        rows: rows.map(one => presentCondition(one, classes)),
        book: book.size,
        inForce: all.length,
        undecided: open,
      }
    },
  }),
  query<CatalogueTables, typeof showCondition>(showCondition, {
    async run({ read, now }, { conditionId }) {
      await book.catchUp(read)
      const versions = book.versionsOf(conditionId)
      if (versions.length === 0) return refuse['no-such-condition']()
      return {
        versions: versions.map(one => ({
          ...presentCondition(one, book.classes(now)),
          isEnded: one.isEnded,
          at: one.at,
        })),
      }
    },
  }),
]

function holds(one: FilingCondition, text: string, classes: ClassBook): boolean {
  if (text === '') return true
  const found = classes.label(one.classKind, one.classCode)
  const words = [one.condition, one.closing, one.handlingBody, one.supervisingBody, one.limitText]
  const names = found ? [found['zh-CN'], found.en] : []
  return one.classCode.startsWith(text) || [...words, ...names].some(word => word.toLowerCase().includes(text))
}

function presentCondition({ id: conditionId, ...one }: FilingCondition, classes: ClassBook) {
  return {
    ...{ conditionId, version: one.version, classKind: one.classKind, classCode: one.classCode },
    className: classes.label(one.classKind, one.classCode) ?? { 'zh-CN': one.classCode, en: one.classCode },
    ...{ condition: one.condition, limit: one.limit, limitText: one.limitText, closing: one.closing },
    ...{ handlingBody: one.handlingBody, supervisingBody: one.supervisingBody, collect: [...one.collect] },
    from: one.from,
  }
}
