import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import { can } from '#platform/authz/common/grants.ts'
import { type Command, command, type Query, query } from '#platform/commands/server/command.ts'
import type { Doors } from '#platform/commands/server/define-module.ts'
import * as contract from '../../common/contract/exports.ts'
import { fieldOf, kinds } from '../../common/kinds.ts'
import { refuse } from '../../common/refusals.ts'
import { mayUnmask, sightOf } from '../../common/sight.ts'
import type { RegistryWork } from '../commands/thing-commands.ts'
import type { Surroundings } from '../surroundings.ts'
import type { RegistryTables } from '../tables.ts'
import { placedAt } from '../thing-store.ts'
import { ExportReader, ExportWriter } from './export-store.ts'
import { exportJobName } from './run-export.ts'

export const exportCommands = (around: Surroundings): readonly Command[] => [
  command(contract.beginExport, {
    subject: ({ exportId }) => ({ kind: 'registry-export', id: exportId }),
    async run({ tx, actor, now, enqueue }: RegistryWork, { exportId, kind, gridPath, columns, format, reason }) {
      const place = placedAt({ grid_path: gridPath })
      const holds = (word: string) => can(actor, word, place)
      if (!around.grids.has(gridPath)) return refuse['no-such-grid']()
      if (!holds('registry.export') || !holds(kinds[kind].read)) return refuse['not-here']()
      for (const { key, whole } of columns) {
        if ((contract.placeColumns as readonly string[]).includes(key)) continue
        const spec = fieldOf(kind, key)
        if (!spec || sightOf(spec, holds) === 'hidden') return refuse['columns-wrong']()
        if (whole && !mayUnmask(spec, holds)) return refuse['may-not-see']()
      }
      const exports = new ExportWriter(tx, around.secrets)
      if (await exports.find(exportId)) return refuse['export-id-taken']()
      const grants = actor.grants.filter(grant => grant.permission.startsWith('registry.'))
      const by = { by_id: actor.personId, post_id: actor.postId, grants, created_at: now }
      await exports.add({ id: exportId, ...by, kind, grid_path: gridPath, columns, format, reason })
      enqueue({ name: exportJobName, data: { exportId } })
      return { exportId }
    },
  }),
]

export const exportQueries = (around: Surroundings): readonly Query[] => [
  query<RegistryTables, typeof contract.listExports>(contract.listExports, {
    async run({ read, actor }, page) {
      const { rows, next } = await new ExportReader(read, around.secrets).ofPerson(actor.personId, page)
      return {
        rows: rows.map(row => ({
          ...{ exportId: row.id, kind: row.kind, gridNames: [...around.grids.names(row.grid_path)] },
          ...{ format: row.format, reason: row.reason, state: row.state, rows: row.rows, total: row.total },
          ...{ bytes: Number(row.bytes), createdAt: row.created_at, isKept: row.pieces > 0 },
        })),
        next,
      }
    },
  }),
]

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/** `GET /api/registry/exports/<id>`: the file, streamed to whoever asked for it. */
export function openExports(app: FastifyInstance, doors: Doors, around: Surroundings): void {
  app.get<{ Params: { id: string } }>('/api/registry/exports/:id', async (request, reply) => {
    const { actor } = await doors.who(request)
    const id = request.params.id
    const exports = new ExportReader(around.db().read() as Kysely<RegistryTables>, around.secrets)
    const found = /^[0-9a-f-]{36}$/.test(id) ? await exports.find(id) : undefined
    if (found?.state !== 'done' || found.by_id !== actor.personId || found.pieces === 0) {
      return doors.refuse(request, reply, refuse['no-such-export']())
    }
    const name = `${found.kind}-${found.created_at.slice(0, 10)}-${id.slice(-8)}.${found.format}`
    return reply
      .header('content-type', types[found.format])
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'no-store')
      .send(Readable.from(exports.bytesOf(found)))
  })
}
