import { z } from 'zod'
import { endpoint } from '../../contract/common/endpoint.ts'
import { pageInput, pageOf } from '../../contract/common/paging.ts'

/**
 * Who it was: one of the staff, a resident signed in (never by name), another system, nobody signed in, the program itself;
 * `unknown` when nobody has this id any more.
 */
const ActorKind = z.enum(['staff', 'resident', 'client', 'nobody', 'program', 'unknown'])
export type ActorKind = z.infer<typeof ActorKind>

const AuditEntry = z.object({
  id: z.int(),
  at: z.string(),
  actorId: z.string(),
  actorKind: ActorKind,
  /** Of staff and of other systems. */
  actorName: z.string().nullable(),
  postId: z.string().nullable(),
  /** The post that was acted in, as it is called now; null without one, and when there is none of this id any more. */
  post: z.object({ title: z.string(), unitName: z.string() }).nullable(),
  command: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  /** The number or name that it goes by, where it has one that anybody may know. */
  subjectName: z.string().nullable(),
  /** False for a thing of a kind that goes by names, with none to tell: it is no more, or it is a resident. */
  mayBeOpened: z.boolean(),
  /** `done`, or the code of the refusal. */
  outcome: z.string(),
  requestId: z.string(),
  /** By the device's own clock, for what was done with no network and came in later. */
  deviceAt: z.string().nullable(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

const access = { permission: 'audit.read' }

export const listAuditEntries = endpoint({
  name: 'audit.list-entries',
  kind: 'query',
  access,
  summary: 'Who asked for what, newest first.',
  input: z.object({
    ...pageInput,
    actorId: z.string().max(60).optional(),
    command: z.string().max(80).optional(),
    /** The id of a thing, or its number. */
    subject: z.string().max(80).optional(),
    outcome: z.enum(['done', 'refused']).optional(),
    from: z.iso.datetime().optional(),
    to: z.iso.datetime().optional(),
  }),
  output: pageOf(AuditEntry),
  refusals: [],
})

export const auditWords = endpoint({
  name: 'audit.words',
  kind: 'query',
  access,
  summary: 'What every command, every kind of thing and every refusal is called, for reading the audit.',
  input: z.object({}),
  /** By language: `command.<name>`, `thing.<kind>`, `refusal.<code>`. What a refusal was filled with is not kept. */
  output: z.object({ 'zh-CN': z.record(z.string(), z.string()), en: z.record(z.string(), z.string()) }),
  refusals: [],
})

export const findActors = endpoint({
  name: 'audit.find-actors',
  kind: 'query',
  access,
  summary: 'Staff and other systems by some characters of their name, to see what they did.',
  input: z.object({ typed: z.string().max(60).default(''), id: z.string().max(60).optional() }),
  output: z.object({
    /** `id` first, when it was given. */
    rows: z.array(
      z.object({ id: z.string(), kind: ActorKind, name: z.string().nullable(), login: z.string().nullable() }),
    ),
  }),
  refusals: [],
})

export const listDayHeads = endpoint({
  name: 'audit.day-heads',
  kind: 'query',
  access,
  summary: 'The last hash of each finished day, to compare with what was published outside.',
  input: z.object({ limit: z.int().min(1).max(400).default(60) }),
  output: z.object({
    rows: z.array(z.object({ day: z.string(), entries: z.int(), hash: z.string(), publishedAt: z.string() })),
  }),
  refusals: [],
})

export const verifyAuditChain = endpoint({
  name: 'audit.verify',
  kind: 'query',
  access,
  summary: 'Walks the chain and names the first entry that does not fit.',
  input: z.object({}),
  output: z.object({
    whole: z.boolean(),
    entries: z.int(),
    unsealed: z.int(),
    head: z.string(),
    broken: z.object({ position: z.int(), entryId: z.int(), reason: z.string() }).nullable(),
  }),
  refusals: [],
})
