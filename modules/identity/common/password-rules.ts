import { commonPasswords } from './common-passwords.ts'

/** Why a password is not accepted; texts are `identity.password.<objection>` in the messages. */
export type PasswordObjection = 'too-short' | 'too-long' | 'too-few-kinds' | 'contains-login' | 'common'

const shortest = 8
const longest = 128
const kindsNeeded = 3

/**
 * What is wrong with a password, all at once, so that it is fixed in one go. Length and kinds: common assessment
 * practice for GB/T 22239 level 3 (from memory). The same function runs while the person types.
 */
export function passwordObjections(password: string, login: string): PasswordObjection[] {
  const objections: PasswordObjection[] = []
  const length = [...password].length
  if (length < shortest) objections.push('too-short')
  if (length > longest) objections.push('too-long')
  if (kindsIn(password) < kindsNeeded) objections.push('too-few-kinds')
  if (login.length > 0 && password.toLowerCase().includes(login.toLowerCase())) objections.push('contains-login')
  if (isCommon(password)) objections.push('common')
  return objections
}

/** Small letters, capitals, digits, and everything else; Chinese characters count among the last. */
function kindsIn(password: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter(kind => kind.test(password)).length
}

/** `P@ssw0rd2026!` is `password` in disguise: signs and digits that stand for letters, and what hangs on at the ends. */
function isCommon(password: string): boolean {
  const plain = password.toLowerCase()
  const core = plain.replace(/^[^a-z]+|[^a-z]+$/g, '')
  return [plain, core, undisguised(plain), undisguised(core)].some(form => commonPasswords.has(form))
}

function undisguised(text: string): string {
  return [...text].map(sign => disguises[sign] ?? sign).join('')
}

const disguises: Readonly<Record<string, string>> = {
  '@': 'a',
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '5': 's',
  $: 's',
  '!': 'i',
}
