import { hash } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { z } from 'zod'
import { type Actor, holds, nobody } from '../../authz/common/grants.ts'
import type { Endpoint } from '../../contract/common/endpoint.ts'
import type { Hold } from '../../db/server/held-writes.ts'
import type { Db } from '../../db/server/unit-of-work.ts'
import type { Instant } from '../../kernel/common/instant.ts'
import { isRefusal, type Refusal } from '../../kernel/common/refusal.ts'
import { isDeeperThan, unstorableIn, withoutUnkept } from '../../kernel/common/storable.ts'
import { newId } from '../../kernel/server/new-id.ts'
import { refuse } from '../common/refusals.ts'
import {
  type Change,
  type Command,
  fromWithin,
  type Job,
  type Origin,
  type Query,
  type Subject,
  type Work,
} from './command.ts'
import { AnsweredBefore, Effects } from './effects.ts'

/** Puts a job into the queue inside an open transaction, so that work and job are committed together or not at all. */
export type Enqueue = (tx: Transaction<unknown>, job: Job) => Promise<void>

export interface Call {
  readonly actor: Actor
  readonly now: Instant
  readonly requestId: string
  readonly input: unknown
  /** Left out when no request from outside is behind it. */
  readonly origin?: Origin
  /** By the device's own clock: when the person acted, for what was done with no network and comes in later. */
  readonly deviceAt?: Instant | null
  /** Hears what the command has told, once it is committed and before it is answered. */
  readonly committed?: (changes: readonly Change[]) => Promise<void>
}

interface RequestTable {
  'commands.request': {
    actor_id: string
    request_id: string
    command: string
    input_hash: string
    output: unknown
    at: Instant
  }
}

class RolledBack extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** The one place that decides who may knock at an endpoint. What may be touched inside is for readers and decisions. */
export function objectionAtTheDoor({ access }: Endpoint, actor: Actor): Refusal | null {
  if (access === 'public') return null
  if (actor.personId === nobody.personId) return refuse['sign-in-first']()
  if (access === 'signed-in') return null
  return holds(actor, access.permission) ? null : refuse['not-allowed']({ permission: access.permission })
}

/**
 * Runs one command in one unit of work: at most once per request id, always audited. What it changed, what now waits
 * for whom, notices and jobs are committed with it. A refusal undoes the work but leaves its own audit entry.
 */
export async function runCommand(db: Db, enqueue: Enqueue, command: Command, call: Call): Promise<unknown> {
  const { endpoint } = command
  const parsed = readInput(endpoint, call.input)
  const objection = objectionAtTheDoor(endpoint, call.actor)
  if (objection) {
    const about = parsed.success ? command.subject(parsed.data) : { kind: 'endpoint', id: endpoint.name }
    if (call.actor.personId !== nobody.personId) await auditRefusal(db, endpoint, about, call, objection)
    return objection
  }
  if (!parsed.success) return parsed.refusal
  const input = parsed.data
  const subject = command.subject(input)
  const origin = call.origin ?? fromWithin
  const reading = { read: db.read<unknown>(), actor: call.actor, everyPost: [call.actor], now: call.now, origin }
  const prepared = await command.prepare?.(reading, input)
  const inputHash = endpoint.forgetAnswer ? null : hashOf(endpoint, input)
  try {
    const { answer, changes } = await db.unitOfWork((tx: Transaction<unknown>, hold) =>
      inOneUnitOfWork({ tx, hold }, enqueue, command, call, { input, inputHash, prepared, subject }),
    )
    if (changes.length > 0) await call.committed?.(changes)
    return answer
  } catch (error) {
    const answer = error instanceof RolledBack ? error.refusal : await answerOfCopy(db, endpoint, call, inputHash)
    if (answer === undefined) throw error
    if (isRefusal(answer)) await auditRefusal(db, endpoint, subject, call, answer)
    return answer
  }
}

async function inOneUnitOfWork(
  { tx, hold }: { tx: Transaction<unknown>; hold: Hold },
  enqueue: Enqueue,
  command: Command,
  call: Call,
  asked: { input: unknown; inputHash: string | null; prepared: unknown; subject: Subject },
): Promise<{ answer: unknown; changes: readonly Change[] }> {
  const { endpoint } = command
  const { input, inputHash, prepared } = asked
  let subject = asked.subject
  const effects = new Effects()
  const work: Work<unknown> = {
    tx,
    actor: call.actor,
    now: call.now,
    requestId: call.requestId,
    origin: call.origin ?? fromWithin,
    about: exactly => {
      subject = exactly
    },
    write: hold,
    tell: change => effects.tell(change),
    waits: (about, waiting) => effects.waits(about, waiting),
    notify: notice => effects.notify(notice),
    enqueue: job => effects.enqueue(job),
  }
  const result = await command.run(work, input, prepared)
  if (isRefusal(result) && !command.keepsRefusals) {
    if (inputHash !== null && !(await isFirst(tx, endpoint, call, inputHash))) throw new AnsweredBefore()
    throw new RolledBack(result)
  }
  const answer = isRefusal(result) ? result : endpoint.output.parse(result)
  for (const job of effects.jobs) await enqueue(tx, job)
  const outcome = isRefusal(answer) ? answer.code : 'done'
  const kept = inputHash === null ? null : { inputHash, answer }
  for (const write of effects.settle({ ...entry(endpoint, subject, call), outcome, kept })) hold(write)
  return { answer, changes: effects.changes }
}

/** Before a refusal: it may come from what a copy of this request has just done, and then the copy's answer holds. */
async function isFirst(tx: Transaction<unknown>, endpoint: Endpoint, call: Call, inputHash: string): Promise<boolean> {
  const taken = await (tx as unknown as Transaction<RequestTable>)
    .insertInto('commands.request')
    .values({
      actor_id: call.actor.personId,
      request_id: call.requestId,
      command: endpoint.name,
      input_hash: inputHash,
      output: null,
      at: call.now,
    })
    .onConflict(conflict => conflict.columns(['actor_id', 'request_id']).doNothing())
    .returning('request_id')
    .executeTakeFirst()
  return taken !== undefined
}

/** The answer that the same request was given before, if it was. Asked when its work has failed, for whatever reason. */
async function answerOfCopy(db: Db, endpoint: Endpoint, call: Call, inputHash: string | null): Promise<unknown> {
  if (inputHash === null) return undefined
  const earlier = await db
    .read<RequestTable>()
    .selectFrom('commands.request')
    .select(['input_hash', 'output'])
    .where('actor_id', '=', call.actor.personId)
    .where('request_id', '=', call.requestId)
    .executeTakeFirst()
    // The failure of the work is what has to be told, not that we cannot ask.
    .catch(() => undefined)
  if (!earlier) return undefined
  return earlier.input_hash === inputHash ? endpoint.output.parse(earlier.output) : refuse['request-reused']()
}

function hashOf({ name }: Endpoint, input: unknown): string {
  return hash('sha256', JSON.stringify([name, input]))
}

function entry({ name }: Endpoint, subject: Subject, { actor, now, requestId, deviceAt = null }: Call) {
  return { at: now, actorId: actor.personId, postId: actor.postId, command: name, subject, requestId, deviceAt }
}

/** A refusal leaves its trace in a unit of work of its own, since the one it stopped is undone. */
async function auditRefusal(db: Db, endpoint: Endpoint, subject: Subject, call: Call, refusal: Refusal) {
  await auditApart(db, { ...entry(endpoint, subject, call), outcome: refusal.code })
}

async function auditApart(db: Db, entered: ReturnType<typeof entry> & { readonly outcome: string }): Promise<void> {
  await db.unitOfWork(async (_tx, hold) => {
    for (const write of new Effects().settle({ ...entered, kept: null })) hold(write)
  })
}

/** Answers a query: the same door, no way to write. What leaves the house is on record. */
export async function runQuery(
  db: Db,
  { endpoint, run, onRecord }: Query,
  call: { actor: Actor; everyPost: readonly Actor[]; now: Instant; input: unknown; origin?: Origin },
): Promise<unknown> {
  const objection = objectionAtTheDoor(endpoint, call.actor)
  if (objection) return objection
  const parsed = readInput(endpoint, call.input)
  if (!parsed.success) return parsed.refusal
  const { actor, everyPost, now, origin = fromWithin } = call
  const read = db.read<unknown>() as Kysely<unknown>
  const result = await run({ read, actor, everyPost, now, origin }, parsed.data)
  if (isRefusal(result)) return result
  if (onRecord) {
    const asked = { actor, now, requestId: newId(), input: call.input }
    await auditApart(db, { ...entry(endpoint, onRecord(parsed.data), asked), outcome: 'done' })
  }
  return endpoint.output.parse(result)
}

/** No form of ours goes half as deep. */
const deepest = 50

const wrong = (path: readonly string[]) =>
  refuse['invalid-input']({ fields: [path.join('.')], reasons: ['invalid_format'] })

type Read = { readonly success: true; readonly data: unknown } | { readonly success: false; readonly refusal: Refusal }

/**
 * What the contract makes of the input. What the database cannot keep is left out of texts, or refused, for every field,
 * also where the contract takes any text: further in it would be a fault.
 */
function readInput({ input }: Endpoint, sent: unknown): Read {
  if (isDeeperThan(deepest, sent)) return { success: false, refusal: wrong(['-']) }
  const parsed = input.safeParse(unstorableIn(sent) ? withoutUnkept(sent) : sent)
  if (!parsed.success) return { success: false, refusal: invalid(parsed.error.issues) }
  const path = unstorableIn(parsed.data)
  return path === null ? { success: true, data: parsed.data } : { success: false, refusal: wrong(path) }
}

/** Names the fields that are wrong and why, never their contents: those may be personal. */
function invalid(issues: readonly z.core.$ZodIssue[]): Refusal {
  const first = issues.slice(0, 20)
  return refuse['invalid-input']({ fields: first.map(fieldOf), reasons: first.map(reasonOf) })
}

const fieldOf = (issue: z.core.$ZodIssue) => issue.path.map(String).join('.') || '-'

/** `too_big:100`, or the message key that a refinement of ours gave. The edge makes a sentence of it. */
function reasonOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return `too_big:${issue.maximum}`
    case 'too_small':
      return `too_small:${issue.minimum}`
    case 'custom':
      return issue.message
    default:
      return issue.code
  }
}
