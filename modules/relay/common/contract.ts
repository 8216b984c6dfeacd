import { z } from 'zod'
import { GridPath } from '#modules/grid/common/index.ts'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { cleanText } from '#platform/kernel/common/clean-text.ts'
import { passingStates, relayTextLimits as most } from './passing.ts'

const needed = (longest: number) => z.string().max(longest).transform(cleanText).pipe(z.string().min(1))
const wordId = z.uuid()
const writing = { permission: 'relay.write' }
const passing = { permission: 'relay.pass' }

export const writeWord = endpoint({
  name: 'relay.write',
  kind: 'command',
  access: writing,
  summary: 'Writes words that the building heads of an area pass on to their households until a day.',
  input: z.object({
    wordId,
    title: needed(most.title),
    text: needed(most.text),
    gridPath: GridPath,
    untilOn: z.iso.date(),
  }),
  output: z.object({ wordId: z.string(), asked: z.int() }),
  refusals: ['relay/word-id-taken', 'relay/outside-your-grids', 'relay/nobody-there', 'relay/day-over'],
})

export const withdrawWord = endpoint({
  name: 'relay.withdraw',
  kind: 'command',
  access: writing,
  summary: 'Takes a word back with a reason: nobody needs to pass it on any more.',
  input: z.object({ wordId, reason: needed(most.reason) }),
  output: z.object({ wordId: z.string() }),
  refusals: ['relay/no-such-word', 'relay/withdrawn'],
})

/** By the clock only: asks posts that came after a word was written. */
export const askHeads = endpoint({
  name: 'relay.ask-heads',
  kind: 'command',
  access: writing,
  summary: 'Asks the posts of the area that have not been asked yet to pass a word on.',
  input: z.object({ wordId }),
  output: z.object({ asked: z.int() }),
  refusals: ['relay/no-such-word'],
})

export const passOn = endpoint({
  name: 'relay.pass',
  kind: 'command',
  access: passing,
  summary: 'Says that the households were told, with what they asked back.',
  input: z.object({
    wordId,
    /** When, by the phone’s clock; one that lies ahead of the server’s is taken as now. */
    at: z.iso.datetime(),
    asked: z.string().max(most.asked).transform(cleanText).default(''),
  }),
  output: z.object({ wordId: z.string(), state: z.enum(passingStates) }),
  refusals: ['relay/no-such-word', 'relay/passed-already', 'relay/withdrawn'],
})

export const answerAsked = endpoint({
  name: 'relay.answer',
  kind: 'command',
  access: writing,
  summary: 'Answers what households asked back through their building head.',
  input: z.object({ wordId, postId: z.string().max(60), text: needed(most.answer) }),
  output: z.object({ wordId: z.string() }),
  refusals: ['relay/no-such-word', 'relay/nothing-asked', 'relay/answered-already'],
})

export const myWords = endpoint({
  name: 'relay.mine',
  kind: 'query',
  access: passing,
  summary: 'The yards that one is head of, and the words to pass on there: those that wait first, then the latest.',
  input: z.object({
    /** Those of long ago as well. */
    all: z.boolean().optional(),
  }),
  output: z.object({
    /** How many words of long ago are left out. */
    earlier: z.int(),
    yards: z.array(z.object({ name: z.string(), lon: z.number(), lat: z.number() })),
    words: z.array(
      z.object({
        wordId: z.string(),
        title: z.string(),
        text: z.string(),
        fromUnit: z.string().nullable(),
        at: z.string(),
        untilOn: z.string(),
        state: z.enum(passingStates),
        passedAt: z.string().nullable(),
        asked: z.string(),
        answer: z.string(),
        answeredBy: z.string().nullable(),
      }),
    ),
  }),
  refusals: [],
})

const Word = z.object({
  wordId: z.string(),
  title: z.string(),
  gridPath: z.string(),
  gridNames: z.array(z.string()),
  byName: z.string().nullable(),
  at: z.string(),
  untilOn: z.string(),
  withdrawnAt: z.string().nullable(),
  /** Posts that were asked, that passed it on, and whose households asked something that waits for an answer. */
  asked: z.int(),
  passed: z.int(),
  toAnswer: z.int(),
})

export const listWords = endpoint({
  name: 'relay.list',
  kind: 'query',
  access: writing,
  summary: 'Words to be passed on in one’s places, the latest first, with how far they got.',
  input: z.object(pageInput),
  output: pageOf(Word),
  refusals: [],
})

export const showWord = endpoint({
  name: 'relay.show',
  kind: 'query',
  access: writing,
  summary: 'One word with every post that was asked to pass it on, and what their households asked.',
  input: z.object({ wordId }),
  output: z.object({
    ...Word.shape,
    text: z.string(),
    reason: z.string(),
    passings: z.array(
      z.object({
        postId: z.string(),
        title: z.string(),
        holder: z.string().nullable(),
        state: z.enum(passingStates),
        passedAt: z.string().nullable(),
        asked: z.string(),
        answer: z.string(),
        answeredBy: z.string().nullable(),
      }),
    ),
  }),
  refusals: ['relay/no-such-word'],
})
