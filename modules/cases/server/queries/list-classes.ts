import { query } from '#platform/commands/server/command.ts'
import { catalogueStandard, majors } from '#modules/catalogue/common/index.ts'
import { listClasses } from '../../common/contract-queries.ts'

const answer = {
  standard: catalogueStandard,
  majors: majors.map(({ kind, code, name, classes }) => ({
    kind,
    code,
    name,
    classes: classes.map(one => ({ code: one.code, name: one.name, fault: one.fault, oldCodes: [...one.oldCodes] })),
  })),
}

export const listClassesQuery = query(listClasses, { run: () => Promise.resolve(answer) })
