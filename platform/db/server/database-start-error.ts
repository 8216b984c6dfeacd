/** What stopped the database from starting. */
export type DatabaseStartCode =
  | 'disk-full'
  | 'wrong-permissions'
  | 'newer-data-directory'
  | 'older-data-directory'
  | 'newer-schema'
  | 'damaged-data-directory'
  | 'no-database'
  | 'not-enough-shared-memory'
  | 'unsupported-platform'
  | 'binary-unusable'
  | 'second-program'
  | 'did-not-start'
  | 'server-unsuitable'
  | 'settings-incomplete'

/** A text for the operator, in both languages: nobody has logged in and chosen one yet. */
export interface OperatorText {
  readonly 'zh-CN': string
  readonly en: string
}

/**
 * The database cannot be opened, and a person has to do something about it. `message` holds both languages; it never
 * holds a password.
 */
export class DatabaseStartError extends Error {
  readonly code: DatabaseStartCode
  readonly texts: OperatorText

  constructor(code: DatabaseStartCode, texts: OperatorText, cause?: unknown) {
    super(`${texts['zh-CN']}\n${texts.en}`, cause === undefined ? undefined : { cause })
    this.name = 'DatabaseStartError'
    this.code = code
    this.texts = texts
  }
}
