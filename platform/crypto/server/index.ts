/** Sealing secrets with a key that is kept outside the database. */
export { type BlindIndex, createBlindIndex } from './blind-index.ts'
export { KeyFileError, makeKeyFile, readKeyFile } from './key-file.ts'
export { fixedKeys, KeyKeeper, type KeyHouse } from './key-keeper.ts'
export { completed, derivedKey, type KeyRing, type Keys } from './keys.ts'
export type { SealedStore } from './sealed-store.ts'
export { createSecretBox, type SecretBox } from './secret-box.ts'
