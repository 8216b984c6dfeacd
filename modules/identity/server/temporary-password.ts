import { randomInt } from 'node:crypto'

/** No letters and digits that look alike on paper: no 0 O o, 1 l I. */
const kinds = ['abcdefghjkmnpqrstuvwxyz', 'ABCDEFGHJKMNPQRSTUVWXYZ', '23456789']

/** A password to be read out or written down once and changed at the first sign-in: three groups of four, 70 bits. */
export function temporaryPassword(): string {
  const any = kinds.join('')
  const letters = Array.from({ length: 12 }, (_, i) => pick(kinds[i] ?? any))
  for (let i = letters.length - 1; i > 0; i--) {
    const j = randomInt(i + 1)
    ;[letters[i], letters[j]] = [letters[j]!, letters[i]!]
  }
  const text = letters.join('')
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`
}

export interface TemporaryPassword {
  readonly password: string
  readonly hash: string
}

export async function makeTemporaryPassword(hash: (password: string) => Promise<string>): Promise<TemporaryPassword> {
  const password = temporaryPassword()
  return { password, hash: await hash(password) }
}

function pick(from: string): string {
  return from[randomInt(from.length)]!
}
