import { query } from '#platform/commands/server/command.ts'
import { catalogueStandard, type ClassBook } from '#modules/catalogue/common/index.ts'
import { listClasses } from '../../common/contract-queries.ts'
import type { ConditionSource } from '../surroundings.ts'

const answerOf = ({ majors }: ClassBook) => ({
  standard: catalogueStandard,
  majors: majors.map(({ kind, code, name, classes }) => ({
    kind,
    code,
    name,
    classes: classes.map(one => ({ code: one.code, name: one.name, fault: one.fault, oldCodes: [...one.oldCodes] })),
  })),
})

export const listClassesQuery = (conditions: ConditionSource) =>
  query(listClasses, { run: ({ now }) => Promise.resolve(answerOf(conditions.classes(now))) })
