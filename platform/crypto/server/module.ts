import type { Kysely } from 'kysely'
import { command, query, type Work } from '../../commands/server/command.ts'
import { defineModule, type Module } from '../../commands/server/define-module.ts'
import type { Db } from '../../db/server/unit-of-work.ts'
import type { JobHandler } from '../../jobs/server/job.ts'
import { newId } from '../../kernel/server/new-id.ts'
import { dropOldKeys, keyRings, keyState, rotateKey, type RingName } from '../common/contract.ts'
import { keysMessages, keysPermissions } from '../common/messages.ts'
import { refuse } from '../common/refusals.ts'
import { keysAuditWords } from './audit-words.ts'
import { createBlindIndex } from './blind-index.ts'
import type { KeyHouse } from './key-keeper.ts'
import {
  beginRotation,
  finishRotation,
  latestRotation,
  nextRows,
  noteProgress,
  openRotations,
  progressOf,
  type RotationTables,
  sealedByOthers,
  writeAnew,
} from './rotation-store.ts'
import type { SealedStore } from './sealed-store.ts'
import { createSecretBox } from './secret-box.ts'

/** Told when a key was added, so that every process reads the key file again. */
export const keysSubject = { kind: 'keys', id: 'all' } as const
const nowhere = { gridPath: null, unitId: null, postId: null, ownerId: null }
const resealJob = 'keys.reseal'
const rowsAtOnce = 500

interface Surroundings {
  readonly keys: KeyHouse
  /** Every column of the product that keeps sealed values. */
  readonly stores: readonly SealedStore[]
  readonly people: (read: Kysely<unknown>, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
}

/** Keys are replaced while the program runs: a job makes everything anew, in pieces, and goes on where it was stopped. */
export function keysModule({ keys, stores, people }: Surroundings): Module {
  const ringNow = (ring: RingName) => (ring === 'sealing' ? keys.sealing() : keys.index())
  const storesOf = (ring: RingName) => (ring === 'sealing' ? stores : stores.filter(store => store.index))
  const state = query<RotationTables, typeof keyState>(keyState, {
    async run({ read }) {
      const rings = await Promise.all(
        keyRings.map(async ring => {
          const { current, keys: all } = ringNow(ring)
          const latest = await latestRotation(read, ring)
          const names = latest ? await people(read as never, [latest.by_id]) : new Map<string, string>()
          return {
            ...{ ring, current, others: Object.keys(all).filter(id => id !== current) },
            rotation: latest
              ? {
                  ...{ startedAt: latest.started_at, finishedAt: latest.finished_at, done: latest.done },
                  ...{ total: latest.total, byName: names.get(latest.by_id) ?? null, reason: latest.reason },
                }
              : null,
          }
        }),
      )
      return { rings }
    },
  })
  const rotate = command<RotationTables, typeof rotateKey>(rotateKey, {
    subject: ({ ring }) => ({ kind: keysSubject.kind, id: ring }),
    async run(work: Work<RotationTables>, { ring, reason }) {
      const latest = await latestRotation(work.tx, ring)
      if (latest && latest.finished_at === null) return refuse['still-running']()
      const current = await keys.add(ring)
      const row = { id: newId(), ring, key_id: current, reason, by_id: work.actor.personId, started_at: work.now }
      await beginRotation(work.tx, { ...row, finished_at: null }, storesOf(ring))
      work.tell({ subject: keysSubject, permission: 'keys.rotate', placed: nowhere })
      work.enqueue({ name: resealJob, data: {} })
      return { current }
    },
  })
  const drop = command<RotationTables, typeof dropOldKeys>(dropOldKeys, {
    subject: ({ ring }) => ({ kind: keysSubject.kind, id: ring }),
    async run({ tx, ...work }: Work<RotationTables>, { ring }) {
      const latest = await latestRotation(tx, ring)
      if (latest && latest.finished_at === null) return refuse['still-running']()
      if (ring === 'sealing') {
        let count = 0
        for (const store of stores) count += await sealedByOthers(tx, store, ringNow(ring).current)
        if (count > 0) return refuse['still-needed']({ count })
      }
      const dropped = await keys.dropOthers(ring)
      work.tell({ subject: keysSubject, permission: 'keys.rotate', placed: nowhere })
      return { dropped: [...dropped] }
    },
  })
  const reseal: JobHandler = {
    name: resealJob,
    retries: 5,
    async run({ db, now }) {
      keys.refresh()
      for (const { id, ring } of await openRotations(db.read<RotationTables>())) {
        for (const store of storesOf(ring)) await makeAnew(db, keys, { id, ring }, store)
        await db.unitOfWork<RotationTables, void>(async tx => {
          const left = (await progressOf(tx, id)).filter(one => !one.is_finished)
          if (left.length === 0) await finishRotation(tx, id, now)
        })
      }
    },
  }
  return defineModule({
    name: 'keys',
    folder: new URL('../', import.meta.url),
    commands: [rotate, drop],
    queries: [state],
    permissions: keysPermissions,
    messages: keysMessages,
    auditWords: keysAuditWords,
    jobs: [reseal],
    sees: {},
  })
}

/** One store to its end, a piece per unit of work: stopped anywhere, it goes on after the last piece. */
async function makeAnew(
  db: Db,
  keys: KeyHouse,
  { id, ring }: { readonly id: string; readonly ring: RingName },
  store: SealedStore,
): Promise<void> {
  const box = createSecretBox(keys.sealing)
  const index = createBlindIndex(keys.index)
  for (;;) {
    const isFinished = await db.unitOfWork<RotationTables, boolean>(async tx => {
      const next = await nextRows(tx, id, store, rowsAtOnce)
      const fresh = next.rows.map(row => {
        const plain = box.open(row.sealed, store.about(row))
        const sealed = ring === 'sealing' ? box.seal(plain, store.about(row)) : row.sealed
        return store.index && ring === 'index'
          ? { id: row.id, sealed, index: store.index.of(index, plain, row) }
          : { id: row.id, sealed }
      })
      await writeAnew(tx, store, fresh)
      await noteProgress(tx, { rotationId: id, store: store.name, ...next })
      return next.isFinished
    })
    if (isFinished) return
  }
}
