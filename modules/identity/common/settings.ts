/** The numbers that districts set differently. */
export interface IdentitySettings {
  /** Wrong attempts on one login before it is locked. */
  readonly failuresBeforeLock: number
  /** Wrong attempts from one address before it is locked; an office shares one address, so this is larger. */
  readonly failuresBeforeAddressLock: number
  readonly firstLockMinutes: number
  /** Each further failure locks twice as long as the one before, up to this. */
  readonly longestLockMinutes: number
  /** Failures older than this are forgotten. */
  readonly failuresForgottenAfterMinutes: number
  /** A session that is not used for so long is over. */
  readonly idleMinutes: number
  /** A session is over after this, used or not. */
  readonly sessionHours: number
  /** A password older than this must be changed. Null: passwords do not age. */
  readonly passwordDays: number | null
  /** So many earlier passwords may not come back. */
  readonly passwordsRemembered: number
}

/**
 * GB/T 22239 level 3 asks for lock-out, time-out, complexity and change of passwords without giving numbers; these are
 * what assessments commonly expect (5 failures, 15 minutes; 15 to 30 minutes idle; 90 days), from memory and therefore
 * settings. Ageing is off by default: it makes people write passwords down; a district whose assessor asks sets 90.
 */
export const defaultIdentitySettings: IdentitySettings = {
  failuresBeforeLock: 5,
  failuresBeforeAddressLock: 50,
  firstLockMinutes: 15,
  longestLockMinutes: 24 * 60,
  failuresForgottenAfterMinutes: 24 * 60,
  idleMinutes: 30,
  sessionHours: 12,
  passwordDays: null,
  passwordsRemembered: 5,
}
