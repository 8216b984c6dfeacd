import type { SecretBox, SealedStore } from '#platform/crypto/server/index.ts'

/** Who and what: everything about a dispute that tells of people. */
export interface Said {
  readonly parties: readonly { readonly name: string; readonly phone: string }[]
  readonly text: string
  readonly agreement: string
}

/** Binds sealed words to their event, so that rows cannot be swapped. */
const aboutOf = (eventId: string) => `mediation.event/${eventId}`

export const sealSaid = (secrets: SecretBox, eventId: string, said: Said): Buffer =>
  secrets.seal(JSON.stringify(said), aboutOf(eventId))

export const openSaid = (secrets: SecretBox, eventId: string, sealed: Buffer): Said =>
  JSON.parse(secrets.open(sealed, aboutOf(eventId))) as Said

/** What this module seals, for a change of key. */
export const mediationSealed: readonly SealedStore[] = [
  {
    ...{ name: 'mediation.event.said_sealed', table: 'mediation.event', key: ['id'] as const, sealed: 'said_sealed' },
    about: ({ id }) => aboutOf(id),
  },
]
