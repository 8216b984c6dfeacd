import type { SecretBox, SealedStore } from '#platform/crypto/server/index.ts'

/** What was said in a call for help and where it was: both tell of a person, so both are sealed together. */
export interface Said {
  readonly text: string
  readonly place: { readonly lon: number; readonly lat: number; readonly accuracyMetres: number | null } | null
}

/** Binds sealed words to their event, so that rows cannot be swapped. */
const aboutOf = (eventId: string) => `help.event/${eventId}`

export function sealSaid(secrets: SecretBox, eventId: string, said: Said): Buffer | null {
  return said.text === '' && said.place === null ? null : secrets.seal(JSON.stringify(said), aboutOf(eventId))
}

export function openSaid(secrets: SecretBox, eventId: string, sealed: Buffer | null): Said {
  return sealed === null ? { text: '', place: null } : (JSON.parse(secrets.open(sealed, aboutOf(eventId))) as Said)
}

/** What this module seals, for a change of key. */
export const helpSealed: readonly SealedStore[] = [
  {
    ...{ name: 'help.event.said_sealed', table: 'help.event', key: ['id'] as const, sealed: 'said_sealed' },
    about: ({ id }) => aboutOf(id),
  },
]
