import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'

/** What the clock does by itself through the runner; offered to nobody over HTTP. */
export const settleRound = endpoint({
  name: 'patrol.settle-round',
  kind: 'command',
  access: { permission: 'patrol.plan' },
  summary: 'A round begins to wait for its walker, or its time is over.',
  input: z.object({ roundId: z.string() }),
  output: z.object({ waits: z.boolean() }),
  refusals: [],
})
