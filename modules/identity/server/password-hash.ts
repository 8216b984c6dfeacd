import { hash, verify } from '@node-rs/argon2'

/**
 * argon2id, which is what the library does unless told otherwise. OWASP's least is 19 MiB and 2 passes; this is about
 * 27 ms on one core of a small server, and two at a time take 64 MiB.
 */
const cost = { memoryCost: 32 * 1024, timeCost: 3, parallelism: 1 }

const atOnce = 2
let running = 0
const waiting: (() => void)[] = []

/** Hashing is the one heavy thing a stranger can ask for: never more at once than there are cores to spare. */
async function inTurn<R>(work: () => Promise<R>): Promise<R> {
  if (running >= atOnce) await new Promise<void>(resolve => waiting.push(resolve))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, cost))
}

export function isPassword(passwordHash: string, password: string): Promise<boolean> {
  return inTurn(() => verify(passwordHash, password))
}

let nobodysHash: Promise<string> | undefined

/** Takes as long as checking a real password, so that the answer's time does not tell whether the login exists. */
export async function checkNobodysPassword(password: string): Promise<false> {
  nobodysHash ??= hashPassword('the password of nobody')
  await isPassword(await nobodysHash, password)
  return false
}
