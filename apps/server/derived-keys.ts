import { derivedKey } from '#platform/crypto/server/index.ts'

// From the lasting key, which is never replaced: people hold these codes on paper.

/** Makes and checks the codes by which reporters follow their matters. */
export const followKey = ({ lasting }: { readonly lasting: Uint8Array }): Buffer => derivedKey(lasting, 'follow codes')

/** Signs the passes that show a photo without a session. */
export const photoPassKey = ({ lasting }: { readonly lasting: Uint8Array }): Buffer =>
  derivedKey(lasting, 'photo passes')
