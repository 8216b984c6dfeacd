import { type Client, OutOfReach } from '../../contract/common/client.ts'
import { isRefusal } from '../../kernel/common/refusal.ts'
import type { OutboxItem } from '../common/outbox.ts'
import type { KeptAnswers } from './kept-answers.ts'
import type { OfflineModule } from './offline-module.ts'

/** After so long a silence what lies on the phone is shown; the answer is still waited for and kept. */
const patienceMilliseconds = 2_500

export interface ClientOfPhone {
  readonly base: Client
  readonly modules: readonly OfflineModule[]
  readonly answers: () => KeptAnswers | null
  readonly waiting: () => readonly OutboxItem[]
  /** What a session that is over means for this phone: what it may still show, or undefined. */
  readonly whenOver: (query: string, code: string) => Promise<unknown>
  /** An answer came after what lay on the phone was shown, and it is another one. */
  readonly onRenewed: (query: string) => void
  readonly onAnswered: (query: string) => void
}

/**
 * Asks the server, and where it does not answer, the phone. What is on its way is shown as if it had arrived. Pages ask
 * this client like any other.
 */
export function phoneClient(world: ClientOfPhone): Client {
  const { base } = world

  async function shown(query: string, input: object, answer: unknown): Promise<unknown> {
    const waiting = world.waiting()
    const kept = world.answers()
    if (waiting.length === 0 || kept === null) return answer
    let seen = answer
    for (const { overlay } of world.modules)
      seen = (await overlay?.({ query, input, answer: seen }, waiting, kept.read)) ?? seen
    return seen
  }

  async function asked(query: string, input: object, options: { signal?: unknown }): Promise<unknown> {
    const answer: unknown = await base.query(query, input, options)
    if (!isRefusal(answer)) {
      world.onAnswered(query)
      await world
        .answers()
        ?.keep(query, input, answer)
        .catch(() => {})
      return answer
    }
    if (answer.kind === 'unauthenticated') {
      const still = await world.whenOver(query, answer.code)
      if (still !== undefined) return still
    } else if (answer.kind === 'not-allowed' || answer.kind === 'not-found') {
      // Lost the right to see it: it goes from the phone, too.
      await world
        .answers()
        ?.forget(query, input)
        .catch(() => {})
    }
    return answer
  }

  /** What lies on the phone, or what the phone can work out. */
  async function known(name: string, input: object, kept: KeptAnswers): Promise<unknown> {
    const there = await kept.read(name, input)
    if (there !== undefined) return there
    for (const { computes } of world.modules) {
      const computed = await computes?.[name]?.(input as never, kept.read)
      if (computed !== undefined) return computed
    }
    return undefined
  }

  const canKnow = (name: string, kept: KeptAnswers) =>
    kept.isKept(name) || world.modules.some(({ computes }) => computes?.[name] !== undefined)

  const query = async (name: string, input: object, options: { signal?: unknown } = {}): Promise<unknown> => {
    const kept = world.answers()
    const answering = asked(name, input, options)
    if (kept === null || !canKnow(name, kept)) return shown(name, input, await answering)
    const first = await Promise.race([answering.then(given, gone), rest(patienceMilliseconds)])
    if (first.kind === 'given') return shown(name, input, first.answer)
    if (first.kind === 'gone' && !(first.trouble instanceof OutOfReach)) throw first.trouble
    const there = await known(name, input, kept)
    // Put away meanwhile: what was read a moment ago is no longer anybody's to see.
    if (there === undefined || world.answers() !== kept)
      return shown(name, input, first.kind === 'gone' ? thrown(first.trouble) : await answering)
    if (first.kind === 'silence') {
      answering.then(
        late => {
          if (!isRefusal(late) && JSON.stringify(late) !== JSON.stringify(there)) world.onRenewed(name)
        },
        () => {},
      )
    }
    return shown(name, input, there)
  }
  return { ...base, query: query as Client['query'] }
}

const given = (answer: unknown) => ({ kind: 'given', answer }) as const
const gone = (trouble: unknown) => ({ kind: 'gone', trouble }) as const
const rest = (milliseconds: number) =>
  new Promise<{ kind: 'silence' }>(resolve => setTimeout(() => resolve({ kind: 'silence' }), milliseconds))

function thrown(trouble: unknown): never {
  throw trouble
}
