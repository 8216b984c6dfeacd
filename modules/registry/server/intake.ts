import type { Module } from '#platform/commands/server/define-module.ts'
import { duplicateCommands, duplicateQueries } from './duplicates/duplicate-endpoints.ts'
import { alikeJobs } from './duplicates/find-alike.ts'
import { exportCommands, exportQueries, openExports } from './export/export-endpoints.ts'
import { exportJobs } from './export/run-export.ts'
import { findQueries } from './find/find-queries.ts'
import { findableJobs } from './find/make-findable.ts'
import { aliasCommands, importCommands } from './import/import-commands.ts'
import { importQueries } from './import/import-queries.ts'
import { importJobs } from './import/run-import.ts'
import type { Surroundings } from './surroundings.ts'

type Part = Required<Pick<Module, 'commands' | 'queries' | 'jobs' | 'routes'>>

/** Finding, what comes in as sheets and goes out as lists, and duplicates. */
export const intake = (around: Surroundings): Part => ({
  commands: [
    ...importCommands(around),
    ...aliasCommands(around),
    ...duplicateCommands(around),
    ...exportCommands(around),
  ],
  queries: [...findQueries(around), ...importQueries(around), ...duplicateQueries(around), ...exportQueries(around)],
  jobs: [...importJobs(around), ...exportJobs(around), ...alikeJobs(around), ...findableJobs],
  routes: (app, doors) => openExports(app, doors, around),
})
