import { randomBytes, timingSafeEqual } from 'node:crypto'
import { holds } from '#platform/authz/common/grants.ts'
import { command, type Work } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { DeviceWriter } from '../stores/device-store.ts'
import { SessionWriter } from '../stores/session-store.ts'
import type { IdentityTables } from '../tables.ts'
import { hashOfToken, newToken } from '../token.ts'
import type { IdentityWorld } from '../world.ts'

type Works = Work<IdentityTables>

const about = ({ deviceId }: { readonly deviceId: string }) => ({ kind: 'device', id: deviceId })
export const sealedFor = (deviceId: string, personId: string) => `device ${deviceId} ${personId}`

/** The same phone and person get the same secret again, so that what lies there from before can be read. */
export function openDevice({ box }: IdentityWorld) {
  return command(contract.openDevice, {
    subject: about,
    async run({ tx, actor: { personId }, now, origin }: Works, { deviceId, label = null }) {
      const devices = new DeviceWriter(tx)
      const known = await devices.take({ deviceId, personId })
      // What lies there was made with the key that is thrown away: it has to go before a new one is given.
      if (known?.wipe_asked_at && !known.wiped_at) return refuse['wipe-first']()
      const about = sealedFor(deviceId, personId)
      const secret = known?.secret ? box.open(known.secret, about) : randomBytes(32).toString('base64')
      const token = newToken()
      const opened = { token, secret: box.seal(secret, about), label, sessionId: origin.sessionId, at: now }
      await devices.open({ deviceId, personId }, opened)
      return { secret, token }
    },
  })
}

export const contactDevice = command(contract.contactDevice, {
  subject: about,
  async run({ tx, now }: Works, { token, wiped, ...key }) {
    const devices = new DeviceWriter(tx)
    const device = await devices.take(key)
    // One answer for an unknown phone and a wrong token: nobody learns which phones there are.
    if (!device || !timingSafeEqual(device.token_hash, hashOfToken(token))) return refuse['device-not-found']()
    const isAsked = device.wipe_asked_at !== null && device.wiped_at === null
    await devices.noteContact(key, now, wiped && isAsked)
    return { order: isAsked && !wiped ? ('wipe' as const) : ('keep' as const) }
  },
})

export function wipeDevice({ settings }: IdentityWorld) {
  return command(contract.wipeDevice, {
    subject: about,
    async run({ tx, actor, now }: Works, key) {
      if (key.personId !== actor.personId && !holds(actor, 'identity.manage-access'))
        return refuse['device-not-found']()
      const devices = new DeviceWriter(tx)
      const device = await devices.take(key)
      if (!device) return refuse['device-not-found']()
      await devices.askToWipe(key, actor.personId, now)
      if (device.session_id) await new SessionWriter(tx, settings).end(device.session_id, 'revoked', now)
      return { deviceId: key.deviceId }
    },
  })
}
