/** What stopped the database from starting; operators look these up in `docs/deploy.md`. */
export type DatabaseStartCode =
  | 'disk-full'
  | 'wrong-permissions'
  | 'newer-data-directory'
  | 'older-data-directory'
  | 'damaged-data-directory'
  | 'not-enough-shared-memory'
  | 'unsupported-platform'
  | 'binary-unusable'
  | 'second-program'
  | 'did-not-start'
  | 'server-unreachable'
  | 'server-unsuitable'
  | 'settings-incomplete'

/**
 * The database cannot be opened, and a person has to do something about it. Both languages are in `message`, because it
 * is printed before anybody has logged in and chosen one. Never holds a password.
 */
export class DatabaseStartError extends Error {
  readonly code: DatabaseStartCode
  readonly texts: { readonly 'zh-CN': string; readonly en: string }

  constructor(code: DatabaseStartCode, texts: { 'zh-CN': string; en: string }, cause?: unknown) {
    super(`${texts['zh-CN']}\n${texts.en}`, cause === undefined ? undefined : { cause })
    this.name = 'DatabaseStartError'
    this.code = code
    this.texts = texts
  }
}
