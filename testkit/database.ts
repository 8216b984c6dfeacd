import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { createScratchDatabase, dropScratchDatabase } from '#platform/db/server/embedded/scratch-server.ts'
import { connect, type Db } from '#platform/db/server/unit-of-work.ts'

export const templateName = 'wangge_template'

export interface FreshDatabase {
  /** As the program sees it: the app's rights only. */
  readonly db: Db
  readonly appUrl: string
  readonly ownerUrl: string
  readonly adminUrl: string
}

/**
 * A database of its own for one test file, copied from the migrated template, dropped when the file is done.
 * Call it at the top level of a `.db.test.ts` or `.api.test.ts`.
 */
export async function freshDatabase(template: string = templateName): Promise<FreshDatabase> {
  const server = inject('scratchServer')
  if (!server) throw new Error('this test uses a database: rename the file to end in .db.test.ts (or .api.test.ts)')
  const name = `t_${randomBytes(6).toString('hex')}`
  const { appUrl, migratorUrl, adminUrl } = await createScratchDatabase(server, name, template)
  const db = connect(appUrl, { connections: 8, applicationName: 'wangge-test' })
  afterAll(async () => {
    await db.close()
    await dropScratchDatabase(server, name)
  })
  return { db, appUrl, ownerUrl: migratorUrl, adminUrl }
}
