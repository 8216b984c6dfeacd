import type { SecretBox } from '#platform/crypto/server/index.ts'
import type { Account } from './stores/account-store.ts'

export const belongsTo = (personId: string) => `identity.account.totp_secret ${personId}`

/** The secret of one-time codes as it lies in the database: sealed, and for this person only. */
export function sealTotpSecret(box: SecretBox, personId: string, secret: string): Buffer {
  return box.seal(secret, belongsTo(personId))
}

export function totpSecretOf(box: SecretBox, { personId, totpSecret }: Account): string {
  if (totpSecret === null) throw new Error('one-time codes are on without a secret')
  return box.open(totpSecret, belongsTo(personId))
}
