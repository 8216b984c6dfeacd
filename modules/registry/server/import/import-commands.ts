import { can } from '#platform/authz/common/grants.ts'
import { type Command, command } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import * as contract from '../../common/contract/imports.ts'
import { refuse } from '../../common/refusals.ts'
import { headingSignature } from '../../common/sheets/index.ts'
import type { RegistryWork } from '../commands/thing-commands.ts'
import type { Surroundings } from '../surroundings.ts'
import { placedAt } from '../thing-store.ts'
import { type ImportRow, ImportWriter } from './import-store.ts'
import { aboutHeading, hashed } from './remembered-keys.ts'
import { importJobName } from './run-import.ts'
import type { ImportState } from './tables.ts'

export const importSubject = ({ importId }: { readonly importId: string }) => ({
  kind: 'registry-import',
  id: importId,
})

export const importCommands = (around: Surroundings): readonly Command[] => {
  /** The caller's own import, held; another's is not found. */
  const own = async (work: RegistryWork, importId: string) => {
    const imports = new ImportWriter(work.tx, around.secrets)
    const sheet = await imports.take(importId)
    return { imports, sheet: sheet?.by_id === work.actor.personId ? sheet : undefined }
  }
  const begin = async (work: RegistryWork, imports: ImportWriter, sheet: ImportRow, set: Partial<ImportRow>) => {
    await imports.change(sheet.id, { ...set, done: 0, problem: null })
    work.enqueue({ name: importJobName, data: { importId: sheet.id } })
    tell(work, sheet)
  }
  return [
    command(contract.beginImport, {
      subject: importSubject,
      async run(work: RegistryWork, { importId, name, bytes, gridPath, asOf }) {
        const { tx, actor, now } = work
        if (asOf > dayOf(now)) return refuse['day-wrong']()
        if (!around.grids.has(gridPath)) return refuse['no-such-grid']()
        if (!can(actor, 'registry.write', placedAt({ grid_path: gridPath }))) return refuse['not-here']()
        const { imports, sheet } = await own(work, importId)
        if (sheet) return { importId, arrived: sheet.arrived }
        if (await new ImportWriter(tx, around.secrets).byId(importId)) return refuse['import-id-taken']()
        const grants = actor.grants.filter(grant => grant.permission === 'registry.write')
        const by = { by_id: actor.personId, post_id: actor.postId, grants }
        await imports.add({ id: importId, name, ...by, grid_path: gridPath, as_of: asOf, bytes, created_at: now })
        return { importId, arrived: 0 }
      },
    }),

    command(contract.sendImportPiece, {
      subject: importSubject,
      async run(work: RegistryWork, { importId, at, piece }) {
        const { imports, sheet } = await own(work, importId)
        if (!sheet) return refuse['no-such-import']()
        if (sheet.state !== 'uploading' && at >= sheet.arrived) return refuse['import-moved-on']()
        const bytes = Buffer.from(piece, 'base64')
        if (at !== sheet.arrived || bytes.length === 0 || at + bytes.length > sheet.bytes)
          return { arrived: sheet.arrived }
        await imports.addPiece(importId, at, bytes)
        const arrived = at + bytes.length
        if (arrived === sheet.bytes) await begin(work, imports, sheet, { arrived, state: 'reading' })
        else await imports.change(importId, { arrived })
        return { arrived }
      },
    }),

    command(contract.mapImport, {
      subject: importSubject,
      async run(work: RegistryWork, { importId, mapping, defaults }) {
        const { imports, sheet } = await own(work, importId)
        if (!sheet) return refuse['no-such-import']()
        if (!isIn(sheet, ['mapping', 'checked', 'done'])) return refuse['import-moved-on']()
        const taken = mapping.filter(target => target !== null)
        const isTwice = new Set(taken).size < taken.length
        if (isTwice || !taken.includes('name') || mapping.length > (sheet.heading?.length ?? 0)) {
          return refuse['columns-wrong']()
        }
        if (sheet.heading) {
          const heading = hashed(around.index, aboutHeading, headingSignature(sheet.heading))
          await imports.remember(heading, mapping, defaults, { byId: work.actor.personId, at: work.now })
        }
        const grants = work.actor.grants.filter(grant => grant.permission === 'registry.write')
        await imports.forgetSeen(importId)
        await begin(work, imports, sheet, { mapping, defaults, grants, counts: {}, state: 'checking' })
        return { importId }
      },
    }),

    command(contract.takeImport, {
      subject: importSubject,
      async run(work: RegistryWork, { importId }) {
        const { imports, sheet } = await own(work, importId)
        if (!sheet) return refuse['no-such-import']()
        if (!isIn(sheet, ['checked'])) return refuse['import-moved-on']()
        await begin(work, imports, sheet, { counts: {}, state: 'taking' })
        return { importId }
      },
    }),

    command(contract.stopImport, {
      subject: importSubject,
      async run(work: RegistryWork, { importId }) {
        const { imports, sheet } = await own(work, importId)
        if (!sheet) return refuse['no-such-import']()
        if (isIn(sheet, ['done', 'stopped'])) return refuse['import-moved-on']()
        await imports.forget(importId, true)
        await imports.change(importId, { state: 'stopped', problem: 'stopped' })
        tell(work, sheet)
        return { importId }
      },
    }),
  ]
}

const isIn = (sheet: ImportRow, states: readonly ImportState[]) => states.includes(sheet.state)

function tell(work: RegistryWork, { id, grid_path }: ImportRow): void {
  const placed = placedAt({ grid_path })
  work.tell({ subject: importSubject({ importId: id }), permission: 'registry.write', placed })
}

export const aliasCommands = (around: Surroundings): readonly Command[] => [
  command(contract.putAlias, {
    subject: ({ was }) => ({ kind: 'street-alias', id: was }),
    async run({ tx, actor, now }: RegistryWork, { was, now: holds }) {
      const imports = new ImportWriter(tx, around.secrets)
      const others = await imports.aliases()
      const goesRound =
        was === holds || others.some(alias => alias.was === holds || (alias.now === was && alias.was !== was))
      if (goesRound) return refuse['alias-goes-round']({ name: holds })
      await imports.putAlias({ was, now: holds }, { byId: actor.personId, at: now })
      return { was }
    },
  }),
  command(contract.removeAlias, {
    subject: ({ was }) => ({ kind: 'street-alias', id: was }),
    async run({ tx }: RegistryWork, { was }) {
      await new ImportWriter(tx, around.secrets).removeAlias(was)
      return { was }
    },
  }),
]
