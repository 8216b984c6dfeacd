import { z } from 'zod'
import { endpoint } from '../../contract/common/endpoint.ts'
import { cleanLine } from '../../kernel/common/clean-text.ts'

/** `sealing` closes secrets; `index` finds equal ones without opening them. */
export const keyRings = ['sealing', 'index'] as const
export type RingName = (typeof keyRings)[number]

const Ring = z.enum(keyRings)

export const keyState = endpoint({
  name: 'keys.state',
  kind: 'query',
  access: { permission: 'keys.rotate' },
  summary: 'Which keys there are, by name only, and how far sealing again has come.',
  input: z.object({}),
  output: z.object({
    rings: z.array(
      z.object({
        ring: Ring,
        current: z.string(),
        /** Names of older keys that are still needed or still kept. */
        others: z.array(z.string()),
        /** The latest change of this ring; null when there was none. */
        rotation: z
          .object({
            startedAt: z.string(),
            finishedAt: z.string().nullable(),
            done: z.int(),
            total: z.int(),
            byName: z.string().nullable(),
            reason: z.string(),
          })
          .nullable(),
      }),
    ),
  }),
  refusals: [],
})

export const rotateKey = endpoint({
  name: 'keys.rotate',
  kind: 'command',
  access: { permission: 'keys.rotate' },
  summary: 'Works with a new key from now on, and makes everything anew with it in the background.',
  input: z.object({ ring: Ring, reason: z.string().min(2).max(200).transform(cleanLine) }),
  output: z.object({ current: z.string() }),
  refusals: ['keys/still-running'],
})

export const dropOldKeys = endpoint({
  name: 'keys.drop-old',
  kind: 'command',
  access: { permission: 'keys.rotate' },
  summary: 'Removes older keys from the key file, once nothing that was made with them is left.',
  input: z.object({ ring: Ring }),
  output: z.object({ dropped: z.array(z.string()) }),
  refusals: ['keys/still-running', 'keys/still-needed'],
})
