import { z } from 'zod'
import { endpoint } from '../../contract/common/endpoint.ts'
import { pageInput, pageOf } from '../../contract/common/paging.ts'

const AuditEntry = z.object({
  id: z.int(),
  at: z.string(),
  actorId: z.string(),
  postId: z.string().nullable(),
  command: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
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
    subjectId: z.string().max(80).optional(),
    outcome: z.enum(['done', 'refused']).optional(),
    from: z.iso.datetime().optional(),
    to: z.iso.datetime().optional(),
  }),
  output: pageOf(AuditEntry),
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
