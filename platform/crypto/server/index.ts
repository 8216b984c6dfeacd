/** Sealing secrets with a key that is kept outside the database. */
export { blindIndex } from './blind-index.ts'
export { KeyFileError, makeKeyFile, readKeyFile } from './key-file.ts'
export { createSecretBox, type Keys, type SecretBox } from './secret-box.ts'
