import type { TestProject } from 'vitest/node'
import { migrationFolders } from '#apps/server/migration-folders.ts'
import { jobsOfAllModules } from '#apps/server/modules.ts'
import { type ScratchDatabase, startScratchServer } from '#platform/db/server/embedded/scratch-server.ts'
import { migrate, readMigrations } from '#platform/db/server/migrator.ts'
import { prepareQueues } from '#platform/jobs/server/queue.ts'
import { templateName } from './database.ts'
import { keysFrom, prepareTown, testKeys, townTemplate } from './town-setup.ts'

declare module 'vitest' {
  interface ProvidedContext {
    scratchServer: ScratchDatabase
    testKeys: { current: string; hex: string }
  }
}

/** One throw-away server per run with two templates: migrated and empty, and the same with the small town in it. */
export default async function setup(project: TestProject) {
  const server = await startScratchServer()
  const template = await server.createDatabase(templateName)
  await migrate(template.migratorUrl, await readMigrations(migrationFolders))
  const keys = testKeys()
  await prepareTown(server, templateName, keysFrom(keys))
  const town = new URL(template.migratorUrl)
  town.pathname = `/${townTemplate}`
  await prepareQueues(town.href, jobsOfAllModules())
  const { appUrl, migratorUrl, adminUrl } = server
  project.provide('scratchServer', { appUrl, migratorUrl, adminUrl })
  project.provide('testKeys', keys)
  return () => server.stop()
}
