import type { SecretBox, SealedStore } from '#platform/crypto/server/index.ts'

type Part = 'asked' | 'answer'

/** Binds sealed words to their passing, so that rows cannot be swapped. */
const aboutOf = (part: Part, wordId: string, postId: string) => `relay.passing ${part} ${wordId} ${postId}`

export const sealWords = (secrets: SecretBox, part: Part, wordId: string, postId: string, text: string) =>
  text === '' ? null : secrets.seal(text, aboutOf(part, wordId, postId))

export const openWords = (
  secrets: SecretBox,
  part: Part,
  row: { word_id: string; post_id: string },
  sealed: Buffer | null,
) => (sealed === null ? '' : secrets.open(sealed, aboutOf(part, row.word_id, row.post_id)))

const column = (part: Part): SealedStore => ({
  ...{ name: `relay.passing.${part}_sealed`, table: 'relay.passing', key: ['word_id', 'post_id'] as const },
  ...{ sealed: `${part}_sealed`, more: ['word_id', 'post_id'] },
  about: ({ more: [wordId = '', postId = ''] }) => aboutOf(part, wordId, postId),
})

/** What this module seals, for a change of key. */
export const relaySealed: readonly SealedStore[] = [column('asked'), column('answer')]
