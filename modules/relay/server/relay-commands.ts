import type { Kysely } from 'kysely'
import { can } from '#platform/authz/common/grants.ts'
import { placedAt } from '#platform/authz/server/visible-where.ts'
import { type Command, command, type Waiting, type Work } from '#platform/commands/server/command.ts'
import { dayBegins, dayOf } from '#platform/kernel/common/day-of.ts'
import { instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { toldAt } from '#platform/kernel/common/told-at.ts'
import * as contract from '../common/contract.ts'
import { passingState } from '../common/passing.ts'
import { refuse } from '../common/refusals.ts'
import { sealWords } from './sealed-columns.ts'
import type { Surroundings } from './surroundings.ts'
import type { RelayTables } from './tables.ts'
import { type PassingRow, type WordRow, WordWriter } from './word-store.ts'

export type RelayWork = Work<RelayTables>

export const whole = (db: Kysely<RelayTables>) => db as unknown as Kysely<unknown>
export const wordSubject = ({ wordId }: { readonly wordId: string }) => ({ kind: 'relay-word', id: wordId })
/** What waits is known by word and post, since each head passes it on. */
const passingSubject = (wordId: string, postId: string) => ({ kind: 'relay-passing', id: `${wordId}.${postId}` })

export const relayCommands = (around: Surroundings): readonly Command[] => [
  writeWord(around),
  withdrawWord(around),
  passOn(around),
  answerAsked(around),
]

export const stateOf = (word: Pick<WordRow, 'withdrawn_at'>, passing: PassingRow) =>
  passingState({
    ...{ passedAt: passing.passed_at, hasAsked: passing.asked_sealed !== null, answeredAt: passing.answered_at },
    withdrawnAt: word.withdrawn_at,
  })

const writeWord = (around: Surroundings) =>
  command(contract.writeWord, {
    subject: wordSubject,
    async run(work: RelayWork, { wordId, title, text, gridPath, untilOn }) {
      const { tx, actor, now } = work
      const placed = { gridPath, unitId: null, postId: null, ownerId: null }
      if (!can(actor, 'relay.write', placed)) return refuse['outside-your-grids']()
      if (untilOn < dayOf(now)) return refuse['day-over']()
      const posts = await around.posts.passing(whole(tx), gridPath)
      if (posts.length === 0) return refuse['nobody-there']()
      const by = { owner_id: actor.personId, post_id: actor.postId, unit_id: actor.unitId }
      const word = { id: wordId, title, text, at: now, until_on: untilOn, grid_path: gridPath, ...by }
      const ids = posts.map(({ postId }) => postId)
      if (!(await new WordWriter(tx, actor).add(word, ids))) return refuse['word-id-taken']()
      for (const postId of ids) wait(work, word, postId, 'waiting')
      work.tell({ subject: wordSubject({ wordId }), permission: 'relay.write', placed })
      return { wordId, asked: ids.length }
    },
  })

/** Waits for the head until the end of the day; what was asked back, for those who may write there. */
export function wait(
  work: RelayWork,
  word: Pick<WordRow, 'id' | 'title' | 'at' | 'until_on' | 'grid_path'>,
  postId: string,
  state: ReturnType<typeof stateOf>,
): void {
  const own = { gridPath: null, unitId: null, postId, ownerId: null }
  const there = { gridPath: word.grid_path, unitId: null, postId: null, ownerId: null }
  const item = { title: word.title, number: null, priority: 0 }
  const waiting: Waiting[] =
    state === 'waiting'
      ? [
          {
            task: 'pass-on',
            permission: 'relay.pass',
            placed: own,
            ...item,
            since: word.at,
            dueAt: endOf(word.until_on),
          },
        ]
      : state === 'asked'
        ? [{ task: 'answer', permission: 'relay.write', placed: there, ...item, since: work.now, dueAt: null }]
        : []
  const subject = passingSubject(word.id, postId)
  work.waits(subject, waiting)
  work.tell({ subject, permission: 'relay.pass', placed: own })
}

const endOf = (day: string) => instantOf(millisecondsOf(dayBegins(day, 1)) - 1)

const passOn = ({ secrets }: Surroundings) =>
  command(contract.passOn, {
    subject: wordSubject,
    async run(work: RelayWork, { wordId, at, asked }) {
      const { tx, actor, now } = work
      const words = new WordWriter(tx, actor)
      const found = actor.postId === null ? undefined : await words.take(wordId, actor.postId)
      if (!found || actor.postId === null) return refuse['no-such-word']()
      const { word, passing } = found
      if (passing.passed_at !== null) return refuse['passed-already']()
      if (word.withdrawn_at !== null) return refuse.withdrawn()
      const sealed = sealWords(secrets, 'asked', wordId, actor.postId, asked)
      await words.passed(passing, { at: toldAt(at, now), heardAt: now, asked: sealed })
      const state = stateOf(word, { ...passing, passed_at: now, asked_sealed: sealed })
      wait(work, word, actor.postId, state)
      work.tell({ subject: wordSubject({ wordId }), permission: 'relay.write', placed: placedAt(word) })
      return { wordId, state }
    },
  })

const answerAsked = (around: Surroundings) =>
  command(contract.answerAsked, {
    subject: wordSubject,
    async run(work: RelayWork, { wordId, postId, text }) {
      const { tx, actor, now } = work
      const words = new WordWriter(tx, actor)
      const found = (await words.find(wordId)) ? await words.take(wordId, postId) : undefined
      if (!found) return refuse['no-such-word']()
      const { word, passing } = found
      const state = stateOf(word, passing)
      if (state === 'answered') return refuse['answered-already']()
      if (state !== 'asked') return refuse['nothing-asked']()
      await words.answered(passing, now, sealWords(around.secrets, 'answer', wordId, postId, text))
      wait(work, word, postId, 'answered')
      const [post] = await around.posts.byIds(whole(tx), [postId])
      const who = (await around.people(whole(tx), [actor.personId])).get(actor.personId) ?? ''
      if (post?.holder) {
        const params = { who, title: word.title }
        const subject = passingSubject(wordId, postId)
        work.notify({ personId: post.holder.personId, kind: 'relay-answered', subject, params })
      }
      work.tell({ subject: wordSubject({ wordId }), permission: 'relay.write', placed: placedAt(word) })
      return { wordId }
    },
  })

const withdrawWord = (around: Surroundings) =>
  command(contract.withdrawWord, {
    subject: wordSubject,
    async run(work: RelayWork, { wordId, reason }) {
      const { tx, actor, now } = work
      const words = new WordWriter(tx, actor)
      const word = await words.find(wordId)
      if (!word) return refuse['no-such-word']()
      if (word.withdrawn_at !== null) return refuse.withdrawn()
      await words.withdraw(wordId, now, reason)
      const open = (await words.passingsOf([wordId])).filter(one => one.passed_at === null)
      for (const { post_id } of open) wait(work, word, post_id, 'dropped')
      const posts = await around.posts.byIds(
        whole(tx),
        open.map(({ post_id }) => post_id),
      )
      for (const { postId, holder } of posts) {
        if (!holder) continue
        const subject = passingSubject(wordId, postId)
        const params = { title: word.title, reason }
        work.notify({ personId: holder.personId, kind: 'relay-withdrawn', subject, params })
      }
      work.tell({ subject: wordSubject({ wordId }), permission: 'relay.write', placed: placedAt(word) })
      return { wordId }
    },
  })
