import { type Kysely, sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../authz/common/grants.ts'
import type { Subject } from '../../commands/server/command.ts'
import { defineModule, type Module } from '../../commands/server/define-module.ts'
import type { Db } from '../../db/server/unit-of-work.ts'
import type { Instant } from '../../kernel/common/instant.ts'
import type { JobHandler } from '../../jobs/server/job.ts'
import { worktimeMessages } from '../common/index.ts'
import { worktimePermissions } from '../common/permissions.ts'
import { worktimeAuditWords } from './audit-words.ts'
import { worktimeCommands } from './commands.ts'
import type { TimerListener } from './listeners.ts'
import { worktimeQueries } from './queries.ts'
import { replay } from './replay.ts'
import { tick } from './tick.ts'
import { TimerStore } from './timer-store.ts'
import { watchYears } from './watch-years.ts'
import type { WorkCalendars } from './work-calendars.ts'

interface Surroundings {
  readonly calendars: WorkCalendars
  /** Who acts when a limit changes its light, comes due or goes on. */
  readonly listeners: readonly TimerListener[]
  /** Whether somebody may see a thing that limits run on: asked before its deadlines are explained. */
  readonly sees: (actor: Actor, subject: Subject) => Promise<boolean>
  /** The people who may edit calendars; they are told of a year without holidays. */
  readonly keepers: (read: Kysely<unknown>) => Promise<readonly string[]>
}

/** Long enough to answer every question about a moved deadline, short enough to keep the list small. */
const keepMovedDays = 92

/** Work time: calendars, limits that run on matters, and what happens when they change or come due. */
export function worktimeModule({ calendars, listeners, sees, keepers }: Surroundings): Module {
  const timers = new TimerStore(calendars)
  return defineModule({
    name: 'worktime',
    folder: new URL('../', import.meta.url),
    commands: worktimeCommands,
    queries: worktimeQueries(calendars, timers, sees),
    permissions: worktimePermissions,
    messages: worktimeMessages,
    auditWords: worktimeAuditWords,
    jobs: [replayJob(calendars, listeners), tickJob(timers, listeners), watchJob(keepers, calendars, listeners)],
    sees: {},
  })
}

const ReplayData = z.object({ replayId: z.uuid() })

function replayJob(calendars: WorkCalendars, listeners: readonly TimerListener[]): JobHandler {
  return {
    name: 'worktime.replay',
    run: async ({ db, now, data }) => replay({ db, calendars, listeners, now, ...ReplayData.parse(data) }),
  }
}

function tickJob(timers: TimerStore, listeners: readonly TimerListener[]): JobHandler {
  return {
    name: 'worktime.tick',
    cron: '* * * * *',
    // The rows say what is untold, so the next minute's tick is the retry.
    retries: 0,
    async run({ db, now }) {
      const troubles: unknown[] = []
      await tick({ db, now, timers, listeners, trouble: trouble => troubles.push(trouble) })
      if (troubles.length > 0) throw troubles[0]
    },
  }
}

function watchJob(
  keepers: Surroundings['keepers'],
  calendars: WorkCalendars,
  listeners: readonly TimerListener[],
): JobHandler {
  return {
    name: 'worktime.watch-years',
    cron: '*/10 * * * *',
    async run({ db, now }) {
      for (const replayId of await forgottenReplays(db, now)) await replay({ db, calendars, listeners, replayId, now })
      await watchYears(db, now, tx => keepers(tx))
      await db.unitOfWork((tx: Transaction<unknown>) =>
        sql`with old as (
            delete from worktime.replay where finished_at < ${now}::timestamptz - make_interval(days => ${keepMovedDays})
            returning id
          ) delete from worktime.moved_part where replay_id in (select id from old)`.execute(tx),
      )
    },
  }
}

/** Asked for a while ago and never begun: by a start that found new holidays, or a job that was lost. */
async function forgottenReplays(db: Db, now: Instant): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from worktime.replay
    where started_at is null and asked_at < ${now}::timestamptz - interval '5 minutes' order by asked_at`.execute(
    db.read(),
  )
  return rows.map(row => row.id)
}
