import type { Kysely } from 'kysely'
import { Responsibility } from '#modules/grid/server/index.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import { type Command, command, fromWithin, type Work } from '#platform/commands/server/command.ts'
import { runCommand } from '#platform/commands/server/run-command.ts'
import type { JobHandler } from '#platform/jobs/server/job.ts'
import { millisecondsOf } from '#platform/kernel/common/instant.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { warnOfVacancy } from '../common/contract.ts'
import { RosterReader, RosterWriter } from './roster-store.ts'
import type { Surroundings } from './surroundings.ts'
import type { PostsTables } from './tables.ts'

const clock: Actor = {
  ...{ personId: 'clock', postId: null, unitId: null },
  grants: [{ permission: 'posts.edit', within: { kind: 'everywhere' } }],
}

/** Each morning: a vacancy that has lasted some days is told, once, to whoever answers for the grid meanwhile. */
export function warnJob({ grids, posts, staff, settings }: Surroundings): JobHandler {
  return {
    name: 'posts.warn-of-vacancies',
    cron: '10 8 * * *',
    async run({ db, now }) {
      const read = db.read<PostsTables>()
      const whole = read as unknown as Kysely<unknown>
      const told = await new RosterReader(read).toldVacancies()
      const responsibility = new Responsibility(grids, posts)
      for (const top of grids.all().filter(({ level }) => level === 1)) {
        for (const post of await staff.vacant(whole, top.path)) {
          const days = Math.floor((millisecondsOf(now) - millisecondsOf(post.since)) / 86_400_000)
          if (post.gridPath === null || days < settings(now).warnAfterDays) continue
          if (told.has(`${post.postId} ${post.since}`)) continue
          const { by } = await responsibility.of(whole, post.gridPath)
          const lead = by && (await leadOf(posts, whole, await responsibility.postsOn(whole, by.path)))
          if (!lead) continue
          const grid = grids.find(post.gridPath)?.name ?? post.gridPath
          const input = { postId: post.postId, since: post.since, title: post.title, grid, days, personId: lead }
          const call = { actor: clock, now, requestId: newId(), input, origin: fromWithin }
          await runCommand(db, async () => {}, warn, call)
        }
      }
    },
  }
}

/** The person behind the first filled lead post. */
async function leadOf(
  posts: Surroundings['posts'],
  db: Kysely<unknown>,
  onGrid: readonly { readonly postId: string; readonly duty: string }[],
): Promise<string | null> {
  const leads = await posts.byIds(
    db,
    onGrid.filter(({ duty }) => duty === 'lead').map(({ postId }) => postId),
  )
  return leads.find(({ holder }) => holder !== null)?.holder?.personId ?? null
}

const warn: Command = command(warnOfVacancy, {
  subject: ({ postId }) => ({ kind: 'post', id: postId }),
  async run({ tx, now, notify }: Work<PostsTables>, { postId, since, personId, ...params }) {
    const isTold = await new RosterWriter(tx).noteWarning({ postId, since, personId, at: now })
    if (isTold) notify({ personId, kind: 'posts.vacant', subject: { kind: 'vacancy', id: postId }, params })
    return { isTold }
  },
})
