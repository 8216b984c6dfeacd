import { type Query, query } from '#platform/commands/server/command.ts'
import { nationalClasses } from '../common/class-book.ts'
import { majors } from '../common/classes.ts'
import { listLocalClasses } from '../common/contract-classes.ts'
import { likelyAdoptions, type LocalClass, nextLocalCode } from '../common/local-class.ts'
import type { ConditionBook } from './condition-book.ts'
import type { CatalogueTables } from './tables.ts'

export const classQueries = (book: ConditionBook): readonly Query[] => [
  query<CatalogueTables, typeof listLocalClasses>(listLocalClasses, {
    async run({ read }) {
      await book.catchUp(read)
      const latest = new Map(book.localClasses.map(one => [`${one.kind}:${one.code}`, one]))
      return {
        classes: [...latest.values()].map(presentClass),
        versions: book.localClasses.map(({ name, ...one }) => ({ ...one, name: { ...name } })),
        majors: majors.map(({ kind, code, name }) => ({
          ...{ kind, code, name },
          next: nextLocalCode(
            code,
            [...latest.values()].flatMap(one => (one.kind === kind ? [one.code] : [])),
          ),
        })),
      }
    },
  }),
]

function presentClass({ name, ...one }: LocalClass) {
  const isOpen = !one.isEnded && one.adoptedAs === null
  const likely = isOpen ? likelyAdoptions({ kind: one.kind, name }) : []
  const named = (code: string) => ({
    code,
    name: nationalClasses.find(one.kind, code)?.name ?? { 'zh-CN': code, en: code },
  })
  return {
    ...{ ...one, name: { ...name } },
    adoptedAs: one.adoptedAs === null ? null : named(one.adoptedAs),
    likely: likely.map(named),
  }
}
