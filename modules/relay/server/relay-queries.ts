import type { Kysely } from 'kysely'
import { type Query, query } from '#platform/commands/server/command.ts'
import * as contract from '../common/contract.ts'
import { refuse } from '../common/refusals.ts'
import { stateOf } from './relay-commands.ts'
import { openWords } from './sealed-columns.ts'
import type { Surroundings } from './surroundings.ts'
import type { RelayTables } from './tables.ts'
import { type PassingRow, WordReader, type WordRow } from './word-store.ts'

const whole = (db: Kysely<RelayTables>) => db as unknown as Kysely<unknown>

/** Of the words that do not wait any more, a head’s page shows so many; the others on asking. */
const mostSettled = 30

export const relayQueries = (around: Surroundings): readonly Query[] => [
  myWords(around),
  listWords(around),
  showWord(around),
]

const myWords = (around: Surroundings) =>
  query<RelayTables, typeof contract.myWords>(contract.myWords, {
    async run({ read, actor, now }, { all = false }) {
      const db = whole(read)
      const every = await new WordReader(read, actor).own()
      const isWaiting = ({ word, passing }: (typeof every)[number]) => stateOf(word, passing) === 'waiting'
      const settled = every.filter(one => !isWaiting(one))
      const shown = all ? settled : settled.slice(0, mostSettled)
      const own = [...every.filter(isWaiting), ...shown]
      const names = await namesOf(
        around,
        db,
        own.flatMap(({ passing }) => passing.answered_by ?? []),
      )
      const units = await around.posts.byIds(
        db,
        own.flatMap(({ word }) => word.post_id ?? []),
      )
      const unitOf = new Map(units.map(({ postId, unitName }) => [postId, unitName]))
      const rows = own.map(({ word, passing }) => ({
        ...{ wordId: word.id, title: word.title, text: word.text, at: word.at, untilOn: word.until_on },
        fromUnit: (word.post_id === null ? undefined : unitOf.get(word.post_id)) ?? null,
        ...spoken(around, word, passing, names),
      }))
      return {
        yards: actor.postId === null ? [] : [...(await around.posts.headOf(db, actor.postId, now))],
        words: rows,
        earlier: settled.length - shown.length,
      }
    },
  })

/** How far a passing is and what was said in it. */
function spoken({ secrets }: Surroundings, word: WordRow, passing: PassingRow, names: ReadonlyMap<string, string>) {
  return {
    ...{ state: stateOf(word, passing), passedAt: passing.passed_at },
    asked: openWords(secrets, 'asked', passing, passing.asked_sealed),
    answer: openWords(secrets, 'answer', passing, passing.answer_sealed),
    answeredBy: passing.answered_by === null ? null : (names.get(passing.answered_by) ?? null),
  }
}

const listWords = (around: Surroundings) =>
  query<RelayTables, typeof contract.listWords>(contract.listWords, {
    async run({ read, actor }, asked) {
      const words = new WordReader(read, actor)
      const { rows, next } = await words.list(asked)
      const passings = Map.groupBy(await words.passingsOf(rows.map(({ id }) => id)), one => one.word_id)
      const names = await namesOf(
        around,
        whole(read),
        rows.map(row => row.owner_id),
      )
      return { rows: rows.map(row => lineOf(around, row, passings.get(row.id) ?? [], names)), next }
    },
  })

const showWord = (around: Surroundings) =>
  query<RelayTables, typeof contract.showWord>(contract.showWord, {
    async run({ read, actor }, { wordId }) {
      const words = new WordReader(read, actor)
      const word = await words.find(wordId)
      if (!word) return refuse['no-such-word']()
      const db = whole(read)
      const passings = await words.passingsOf([wordId])
      const posts = await around.posts.byIds(
        db,
        passings.map(one => one.post_id),
      )
      const byId = new Map(posts.map(post => [post.postId, post]))
      const names = await namesOf(around, db, [word.owner_id, ...passings.flatMap(one => one.answered_by ?? [])])
      return {
        ...lineOf(around, word, passings, names),
        ...{ text: word.text, reason: word.reason },
        passings: passings
          .map(passing => ({
            ...{ postId: passing.post_id, title: byId.get(passing.post_id)?.title ?? '' },
            holder: byId.get(passing.post_id)?.holder?.name ?? null,
            ...spoken(around, word, passing, names),
          }))
          .toSorted((a, b) => rank[a.state] - rank[b.state]),
      }
    },
  })

/** What is left to do first. */
const rank = { asked: 0, waiting: 1, answered: 2, passed: 3, dropped: 4 } as const

function lineOf(
  { names: gridNames }: Surroundings,
  word: WordRow,
  passings: readonly PassingRow[],
  names: ReadonlyMap<string, string>,
) {
  return {
    ...{ wordId: word.id, title: word.title, gridPath: word.grid_path, gridNames: [...gridNames(word.grid_path)] },
    ...{ byName: names.get(word.owner_id) ?? null, at: word.at, untilOn: word.until_on },
    ...{ withdrawnAt: word.withdrawn_at, asked: passings.length },
    passed: passings.filter(one => one.passed_at !== null).length,
    toAnswer: passings.filter(one => stateOf(word, one) === 'asked').length,
  }
}

async function namesOf({ people }: Surroundings, db: Kysely<unknown>, ids: readonly string[]) {
  return ids.length === 0 ? new Map<string, string>() : people(db, [...new Set(ids)])
}
