import { z } from 'zod'
import { endpoint } from '../../contract/common/endpoint.ts'

export const listFailedJobs = endpoint({
  name: 'jobs.list-failed',
  kind: 'query',
  access: { permission: 'jobs.read' },
  summary: 'Jobs that failed for good and wait for a decision.',
  input: z.object({ limit: z.int().min(1).max(200).default(100) }),
  output: z.object({
    rows: z.array(z.object({ id: z.uuid(), name: z.string(), failedAt: z.string(), error: z.string() })),
    /** Whether there are others besides. */
    isMore: z.boolean(),
  }),
  refusals: [],
})

export const retryJobs = endpoint({
  name: 'jobs.retry',
  kind: 'command',
  access: { permission: 'jobs.retry' },
  summary: 'Sends failed jobs back into their queue.',
  input: z.object({ ids: z.array(z.uuid()).min(1).max(200) }),
  output: z.object({ sent: z.int() }),
  refusals: [],
})
