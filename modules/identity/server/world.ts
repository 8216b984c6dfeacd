import type { SecretBox } from '#platform/crypto/server/index.ts'
import type { IdentitySettings } from '../common/settings.ts'

export interface PermissionWord {
  readonly permission: string
  readonly sentence: { readonly 'zh-CN': string; readonly en: string }
}

/** What the commands and queries of this module stand on besides the database. */
export interface IdentityWorld {
  readonly settings: IdentitySettings
  readonly box: SecretBox
  /** The permission words of all modules, known once all of them are listed. */
  readonly words: () => readonly PermissionWord[]
}
