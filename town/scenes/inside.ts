import type { Kysely, Transaction } from 'kysely'
import type { Hold } from '#platform/db/server/held-writes.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'

/**
 * The open unit of work as a database of its own: commands of the product run inside the one that loads the town, so that
 * all of it is there or none.
 */
export function inside(tx: Transaction<unknown>, hold: Hold): Db {
  return {
    read: <T>() => tx as unknown as Kysely<T>,
    unitOfWork: work => work(tx as never, hold),
    get pool(): never {
      throw new Error('inside a unit of work there is one connection and no pool')
    },
    close: async () => {},
  }
}
