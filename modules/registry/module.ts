import { defineModule, type Module } from '#platform/commands/server/define-module.ts'
import { registryMessages } from './common/messages.ts'
import { registryPermissions } from './common/permissions.ts'
import { relationCommands } from './server/commands/relation-commands.ts'
import { thingCommands } from './server/commands/thing-commands.ts'
import { thingQueries } from './server/queries/thing-queries.ts'
import type { Surroundings } from './server/surroundings.ts'

/** The base library: people, places, things and organisations, each fact with where it comes from. */
export function registryModule(around: Surroundings): Module {
  return defineModule({
    name: 'registry',
    folder: new URL('./', import.meta.url),
    commands: [...thingCommands(around), ...relationCommands],
    queries: thingQueries(around),
    permissions: registryPermissions,
    messages: registryMessages,
    jobs: [],
    sees: {},
  })
}
