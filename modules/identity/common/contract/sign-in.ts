import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { instant, password, totpCode } from './fields.ts'

/**
 * The key to a session that has just begun. The HTTP edge moves it into the cookie and takes it out of the body;
 * `null` means that the caller's own session has ended and the cookie goes.
 */
export const SessionKey = z.object({ token: z.string(), expiresAt: instant })
export type SessionKey = z.infer<typeof SessionKey>

export const signedIn = z.object({
  session: SessionKey.optional(),
  mustChangePassword: z.boolean(),
  mustSetUpTotp: z.boolean(),
})

export const signIn = endpoint({
  name: 'identity.sign-in',
  kind: 'command',
  access: 'public',
  summary: 'Begins a session with login, password and, where it is on, the six digits of the one-time code.',
  // Anything may be typed here: a login that cannot exist gets the same answer as a wrong password.
  input: z.object({ login: z.string().max(200), password, totp: totpCode.optional() }),
  output: signedIn,
  refusals: ['identity/wrong-login', 'identity/locked', 'identity/totp-needed', 'identity/wrong-code'],
  callsAMinute: 60,
  forgetAnswer: true,
})

export const signOut = endpoint({
  name: 'identity.sign-out',
  kind: 'command',
  access: 'public',
  summary: 'Ends the session this request came with. Doing it twice is fine.',
  input: z.object({}),
  output: z.object({ session: z.null() }),
  refusals: [],
  forgetAnswer: true,
})
