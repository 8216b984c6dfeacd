import { defineModule, type Module } from '#platform/commands/server/define-module.ts'
import { placesMessages } from './common/messages.ts'
import { placesPermissions } from './common/permissions.ts'
import { placesAuditWords } from './server/audit-words.ts'
import { gridMapQueries } from './server/grid-map-queries.ts'
import { setPhone } from './server/set-phone.ts'
import { endThingCommand } from './server/end-thing.ts'
import { intakeCommands } from './server/intake/intake-commands.ts'
import { placesCommands } from './server/commands.ts'
import { placesQueries } from './server/queries.ts'
import { setEntranceCommand } from './server/set-entrance.ts'
import type { Surroundings } from './server/surroundings.ts'

/** Courtyards, buildings and entrances, lines, grids of other kinds, and which posts stand on them. */
export function placesModule(around: Surroundings): Module {
  return defineModule({
    name: 'places',
    folder: new URL('./', import.meta.url),
    commands: [
      ...placesCommands(around),
      setPhone(around),
      ...intakeCommands(around),
      endThingCommand(around),
      setEntranceCommand,
    ],
    queries: [...placesQueries(around), ...gridMapQueries(around)],
    permissions: placesPermissions,
    messages: placesMessages,
    auditWords: placesAuditWords,
    jobs: [],
    sees: {},
  })
}
