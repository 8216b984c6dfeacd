import type { SealedStore } from '#platform/crypto/server/index.ts'
import { sealedFor } from './commands/device-commands.ts'
import { belongsTo } from './totp-secret.ts'

/** What this module seals, for a change of key. */
export const identitySealed: readonly SealedStore[] = [
  {
    ...{
      name: 'identity.account.totp_secret',
      table: 'identity.account',
      key: ['person_id'] as const,
      sealed: 'totp_secret',
    },
    about: ({ id }) => belongsTo(id),
  },
  {
    ...{ name: 'identity.device.secret', table: 'identity.device', key: ['device_id', 'person_id'] as const },
    sealed: 'secret',
    about({ id }) {
      const [deviceId = '', personId = ''] = id.split(' ')
      return sealedFor(deviceId, personId)
    },
  },
]
