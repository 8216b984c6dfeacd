import type { TestProject } from 'vitest/node'
import { migrationFolders } from '#apps/server/migration-folders.ts'
import { type ScratchDatabase, startScratchServer } from '#platform/db/server/embedded/scratch-server.ts'
import { migrate, readMigrations } from '#platform/db/server/migrator.ts'
import { templateName } from './database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    scratchServer: ScratchDatabase
  }
}

/** One throw-away server per run with a migrated template; each test file copies the template. */
export default async function setup(project: TestProject) {
  const server = await startScratchServer()
  const template = await server.createDatabase(templateName)
  await migrate(template.migratorUrl, await readMigrations(migrationFolders))
  const { appUrl, migratorUrl, adminUrl } = server
  project.provide('scratchServer', { appUrl, migratorUrl, adminUrl })
  return () => server.stop()
}
