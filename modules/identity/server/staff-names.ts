import type { KnownAs } from '#platform/commands/server/define-module.ts'
import { PersonDirectory, PostDirectory, UnitDirectory } from './stores/directory-store.ts'

const pairs = async <Row>(rows: Promise<readonly Row[]>, pair: (row: Row) => [string, string]) =>
  new Map((await rows).map(pair))

/** What people, posts, units and roles are called. */
export const knownStaff: Readonly<Record<string, KnownAs>> = {
  person: {
    async names(db, ids) {
      const staff = await new PersonDirectory(db).staffNames(ids)
      return new Map([...staff].flatMap(([id, name]) => (name === null ? [] : [[id, name] as const])))
    },
  },
  post: {
    names: (db, ids) =>
      pairs(new PostDirectory(db).byIds(ids), ({ id, title, unitName }) => [id, `${title} · ${unitName}`]),
  },
  unit: { names: (db, ids) => pairs(new UnitDirectory(db).byIds(ids), ({ id, name }) => [id, name]) },
  role: { names: (db, ids) => new PostDirectory(db).roleNames(ids) },
}
