import type { KeyDoor } from '#platform/offline/field/index.ts'
import type { contactDevice, openDevice } from '../common/contract/devices.ts'
import type { signOut } from '../common/contract/sign-in.ts'

/** How a phone gets the key to what it keeps, and hears that it has to forget it. */
export const keyDoor: KeyDoor = {
  open: (client, deviceId, label) =>
    client.command<typeof openDevice>('identity.open-device', { deviceId, ...(label ? { label } : {}) }),
  contact: (client, who) => client.command<typeof contactDevice>('identity.contact-device', who),
  signOut: client => client.command<typeof signOut>('identity.sign-out', {}),
  signOutCommand: 'identity.sign-out',
  codes: {
    expired: ['identity/session-expired', 'commands/sign-in-first'],
    ended: ['identity/session-ended'],
    wipeFirst: 'identity/wipe-first',
  },
}
