import type { Actor } from '#platform/authz/common/grants.ts'
import { placedAt } from '#platform/authz/server/visible-where.ts'
import { type Command, command, fromWithin } from '#platform/commands/server/command.ts'
import { runCommand } from '#platform/commands/server/run-command.ts'
import type { JobHandler } from '#platform/jobs/server/job.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { askHeads } from '../common/contract.ts'
import { refuse } from '../common/refusals.ts'
import { type RelayWork, wait, whole, wordSubject } from './relay-commands.ts'
import type { Surroundings } from './surroundings.ts'
import type { RelayTables } from './tables.ts'
import { WordReader, WordWriter } from './word-store.ts'

const clock: Actor = {
  ...{ personId: 'clock', postId: null, unitId: null },
  grants: [{ permission: 'relay.write', within: { kind: 'everywhere' } }],
}

/** Each hour: posts that came, or were given the right, after a word was written are asked as well, until its last day. */
export function askHeadsJob(around: Surroundings): JobHandler {
  return {
    name: 'relay.ask-heads',
    cron: '10 * * * *',
    async run({ db, now }) {
      const read = db.read<RelayTables>()
      const words = new WordReader(read, clock)
      for (const word of await words.running(dayOf(now))) {
        const asked = new Set((await words.passingsOf([word.id])).map(({ post_id }) => post_id))
        const posts = await around.posts.passing(whole(read), word.grid_path)
        // Most hours nobody is new, and then nothing is put on record.
        if (posts.every(({ postId }) => asked.has(postId))) continue
        const call = { actor: clock, now, requestId: newId(), input: { wordId: word.id }, origin: fromWithin }
        await runCommand(db, async () => {}, askThem(around), call)
      }
    },
  }
}

function askThem({ posts }: Surroundings): Command {
  return command(askHeads, {
    subject: wordSubject,
    async run(work: RelayWork, { wordId }) {
      const { tx, actor, now } = work
      const words = new WordWriter(tx, actor)
      const word = await words.takeRunning(wordId, dayOf(now))
      if (!word) return refuse['no-such-word']()
      const there = await posts.passing(whole(tx), word.grid_path)
      const asked = await words.ask(
        wordId,
        there.map(({ postId }) => postId),
      )
      for (const postId of asked) wait(work, word, postId, 'waiting')
      work.tell({ subject: wordSubject({ wordId }), permission: 'relay.write', placed: placedAt(word) })
      return { asked: asked.length }
    },
  })
}
