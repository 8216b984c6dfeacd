import { dayOf } from '../../kernel/common/day-of.ts'
import { query } from '../../commands/server/command.ts'
import { defineModule, type Module } from '../../commands/server/define-module.ts'
import type { Db } from '../../db/server/unit-of-work.ts'
import type { JobHandler } from '../../jobs/server/job.ts'
import {
  auditWords,
  findActors as findActorsEndpoint,
  listAuditEntries,
  listDayHeads,
  verifyAuditChain,
} from '../common/contract.ts'
import { findActors } from './actors.ts'
import { AuditReader, type AuditTables } from './audit-reader.ts'
import { auditAuditWords } from './audit-words.ts'
import { listEntries } from './list-entries.ts'
import { publishDayHeads } from './seal.ts'
import type { Surroundings } from './surroundings.ts'
import { verifyAudit } from './verify.ts'

/** Shortly after midnight of the place. `publish` puts the head where this database cannot reach: the log, a file. */
function publishHeads(publish: (head: { day: string; hash: string }) => Promise<void>): JobHandler {
  return {
    name: 'audit.publish-day-heads',
    cron: '5 0 * * *',
    async run({ db, now }) {
      for (const head of await publishDayHeads(db, dayOf(now))) await publish(head)
    },
  }
}

/** The history that nobody can quietly rewrite, for the audit administrator. */
export function auditModule(
  db: () => Db,
  publish: (head: { day: string; hash: string }) => Promise<void>,
  around: Surroundings,
): Module {
  return defineModule({
    name: 'audit',
    folder: new URL('../', import.meta.url),
    commands: [],
    queries: [
      query<AuditTables, typeof listAuditEntries>(listAuditEntries, {
        run: ({ read }, asked) => listEntries(around, read, asked),
      }),
      query(auditWords, { run: async () => around.words() }),
      query(findActorsEndpoint, { run: async ({ read }, asked) => ({ rows: await findActors(around, read, asked) }) }),
      query<AuditTables, typeof listDayHeads>(listDayHeads, {
        run: async ({ read }, { limit }) => ({ rows: await new AuditReader(read).dayHeads(limit) }),
      }),
      query(verifyAuditChain, {
        async run() {
          const verdict = await verifyAudit(db())
          if (verdict.whole) return { ...verdict, broken: null }
          const { position, entryId, reason } = verdict
          return { whole: false, entries: position - 1, unsealed: 0, head: '', broken: { position, entryId, reason } }
        },
      }),
    ],
    permissions: { 'audit.read': { 'zh-CN': '查看并核验审计记录', en: 'read and verify the audit' } },
    messages: { 'zh-CN': {}, en: {} },
    auditWords: auditAuditWords,
    jobs: [publishHeads(publish)],
    sees: {},
  })
}
