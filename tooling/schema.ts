import { writeFile } from 'node:fs/promises'
import { migrationFolders } from '#apps/server/migration-folders.ts'
import { startScratchServer } from '#platform/db/server/embedded/scratch-server.ts'
import { describeSchema } from '#platform/db/server/describe-schema.ts'
import { migrate, readMigrations } from '#platform/db/server/migrator.ts'

// `npm run schema`: writes schema.sql from the migrations, run from zero on a throw-away server.
const server = await startScratchServer()
try {
  const { migratorUrl } = await server.createDatabase('wangge_schema')
  await migrate(migratorUrl, await readMigrations(migrationFolders))
  await writeFile(new URL('../schema.sql', import.meta.url), await describeSchema(migratorUrl))
} finally {
  await server.stop()
}
