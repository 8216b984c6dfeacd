import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { id, instant, password, totpCode } from './fields.ts'

const MyPost = z.object({
  id,
  title: z.string(),
  unitId: id,
  unitName: z.string(),
  gridPath: z.string().nullable(),
  roleCode: z.string(),
  roleName: z.string(),
})
export type MyPost = z.infer<typeof MyPost>

export const me = endpoint({
  name: 'identity.me',
  kind: 'query',
  access: 'signed-in',
  summary: 'Who is signed in, in which post, with which permissions, and what they must still do first.',
  input: z.object({}),
  output: z.object({
    person: z.object({
      id,
      name: z.string(),
      login: z.string(),
      totpOn: z.boolean(),
      /** Until done, the session has no permissions. */
      mustChangePassword: z.boolean(),
      /** Administrators outside the demo; until done, the session has no permissions. */
      mustSetUpTotp: z.boolean(),
      passwordSetAt: instant,
    }),
    post: MyPost.nullable(),
    posts: z.array(MyPost),
    /** The permission words of the present post, each once. */
    permissions: z.array(z.string()),
    demo: z.boolean(),
    sessionExpiresAt: instant.nullable(),
  }),
  refusals: ['identity/session-expired', 'identity/session-ended'],
})

export const switchPost = endpoint({
  name: 'identity.switch-post',
  kind: 'command',
  access: 'signed-in',
  summary: 'Goes on working in another of one’s own posts. Everything shown must be fetched again afterwards.',
  input: z.object({ postId: id }),
  output: z.object({ postId: id }),
  refusals: ['identity/not-your-post'],
})

export const changePassword = endpoint({
  name: 'identity.change-password',
  kind: 'command',
  access: 'signed-in',
  summary: 'Changes one’s own password and ends one’s other sessions.',
  input: z.object({ current: password, next: password }),
  output: z.object({ otherSessionsEnded: z.int() }),
  refusals: [
    'identity/wrong-password',
    'identity/locked',
    'identity/weak-password',
    'identity/password-used-before',
    'identity/no-account',
  ],
  callsAMinute: 20,
  forgetAnswer: true,
})

export const beginTotp = endpoint({
  name: 'identity.begin-totp',
  kind: 'command',
  access: 'signed-in',
  summary: 'Makes a secret for one-time codes; it counts only once a code from it has been confirmed.',
  input: z.object({ password }),
  /** `uri` is what the picture code holds; `secret` is for typing. Shown once. */
  output: z.object({ secret: z.string(), uri: z.string() }),
  refusals: ['identity/wrong-password', 'identity/locked', 'identity/totp-already-on', 'identity/no-account'],
  callsAMinute: 20,
  forgetAnswer: true,
})

export const confirmTotp = endpoint({
  name: 'identity.confirm-totp',
  kind: 'command',
  access: 'signed-in',
  summary: 'Turns one-time codes on with a first code.',
  input: z.object({ code: totpCode }),
  output: z.object({ totpOn: z.literal(true) }),
  refusals: ['identity/wrong-code', 'identity/totp-not-begun', 'identity/totp-already-on'],
  callsAMinute: 20,
  forgetAnswer: true,
})

export const removeTotp = endpoint({
  name: 'identity.remove-totp',
  kind: 'command',
  access: 'signed-in',
  summary: 'Turns one’s own one-time codes off, for instance to move them to another phone.',
  input: z.object({ password, code: totpCode }),
  output: z.object({ totpOn: z.literal(false) }),
  refusals: [
    'identity/wrong-password',
    'identity/wrong-code',
    'identity/locked',
    'identity/totp-not-on',
    'identity/no-account',
  ],
  callsAMinute: 20,
  forgetAnswer: true,
})

export const resetTotp = endpoint({
  name: 'identity.reset-totp',
  kind: 'command',
  access: { permission: 'identity.manage-access' },
  summary: 'Turns one-time codes off for somebody who lost the phone, and ends their sessions.',
  input: z.object({ personId: id }),
  output: z.object({ personId: id }),
  refusals: ['identity/person-not-found', 'identity/totp-not-on', 'identity/not-yourself'],
})

const SessionShown = z.object({
  id,
  startedAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
  address: z.string().nullable(),
  /** What the browser says it is. Text from outside: show it as text. */
  device: z.string().nullable(),
  current: z.boolean(),
})
export type SessionShown = z.infer<typeof SessionShown>

export const mySessions = endpoint({
  name: 'identity.my-sessions',
  kind: 'query',
  access: 'signed-in',
  summary: 'Where one is signed in now, newest first.',
  input: z.object(pageInput),
  output: pageOf(SessionShown),
  refusals: [],
})

export const listSessions = endpoint({
  name: 'identity.list-sessions',
  kind: 'query',
  access: { permission: 'identity.manage-access' },
  summary: 'Everybody’s sessions that are open now, newest first.',
  input: z.object({ ...pageInput, personId: id.optional() }),
  output: pageOf(SessionShown.extend({ personId: id, personName: z.string(), login: z.string() })),
  refusals: [],
})

export const revokeSession = endpoint({
  name: 'identity.revoke-session',
  kind: 'command',
  access: 'signed-in',
  summary: 'Ends one of one’s own sessions; the security administrator may end anybody’s.',
  input: z.object({ sessionId: id }),
  output: z.object({ sessionId: id, session: z.null().optional() }),
  refusals: ['identity/session-not-found'],
})
