import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { id, instant, line } from './fields.ts'

/** What a phone shows when it has no session any more: 256 random bits, kept by the server as a hash. */
const token = z.string().regex(/^[\w-]{43}$/)

export const openDevice = endpoint({
  name: 'identity.open-device',
  kind: 'command',
  access: 'signed-in',
  summary: 'Gives a phone the secret from which it makes the key to what it keeps for the person who signed in.',
  input: z.object({ deviceId: id, label: line(100).optional() }),
  /** `secret`: 32 bytes, base64. The phone makes a key of it that no script can read, and forgets it. */
  output: z.object({ secret: z.string(), token }),
  refusals: ['identity/wipe-first'],
  callsAMinute: 60,
  forgetAnswer: true,
})

export const contactDevice = endpoint({
  name: 'identity.contact-device',
  kind: 'command',
  access: 'public',
  summary: 'A phone whose session is over asks whether it has to forget everything, or says that it has.',
  input: z.object({ deviceId: id, personId: id, token, wiped: z.boolean() }),
  output: z.object({ order: z.enum(['keep', 'wipe']) }),
  refusals: ['identity/device-not-found'],
  callsAMinute: 60,
  forgetAnswer: true,
})

export const wipeDevice = endpoint({
  name: 'identity.wipe-device',
  kind: 'command',
  access: 'signed-in',
  summary:
    'Has a phone forget what it keeps at its next contact, ends its session, and throws its key away at once. One’s own; the security administrator anybody’s.',
  input: z.object({ deviceId: id, personId: id }),
  output: z.object({ deviceId: id }),
  refusals: ['identity/device-not-found'],
})

const DeviceShown = z.object({
  deviceId: id,
  personId: id,
  personName: z.string(),
  login: z.string(),
  label: z.string().nullable(),
  firstOpenedAt: instant,
  lastContactAt: instant,
  wipeAskedAt: instant.nullable(),
  /** The phone has said that it did. */
  wipedAt: instant.nullable(),
})
export type DeviceShown = z.infer<typeof DeviceShown>

export const listDevices = endpoint({
  name: 'identity.list-devices',
  kind: 'query',
  access: { permission: 'identity.manage-access' },
  summary: 'Phones that keep data, those in contact last first, and whether they did what they were told.',
  input: z.object({ ...pageInput, personId: id.optional() }),
  output: pageOf(DeviceShown),
  refusals: [],
})
