import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { scopes } from './roles.ts'

const id = z.uuid()
const instant = z.string()
/** One line of text: trimmed, no control characters. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u)
const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/)
/** No rule here but a bound: what makes a password good is said by `password-rules.ts`, in words. */
const password = z.string().min(1).max(128)
const totpCode = z
  .string()
  .trim()
  .regex(/^\d{6}$/)
const gridPath = z.string().regex(/^\d{1,6}(\.\d{1,6}){0,5}$/)
const page = { cursor: z.string().max(200).optional(), limit: z.int().min(1).max(100).default(50) }
const next = z.string().nullable()

/**
 * The key to a session that has just begun. The HTTP edge moves it into the cookie and takes it out of the body;
 * `null` means that the caller's own session has ended and the cookie goes.
 */
export const SessionKey = z.object({ token: z.string(), expiresAt: instant })
export type SessionKey = z.infer<typeof SessionKey>

const signedIn = z.object({
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
  refusals: ['identity/wrong-login', 'identity/locked', 'identity/totp-needed'],
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
  refusals: ['identity/wrong-code', 'identity/locked', 'identity/totp-not-begun', 'identity/totp-already-on'],
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
  refusals: ['identity/wrong-password', 'identity/wrong-code', 'identity/locked', 'identity/totp-not-on'],
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
  input: z.object(page),
  output: z.object({ items: z.array(SessionShown), next }),
  refusals: [],
})

export const listSessions = endpoint({
  name: 'identity.list-sessions',
  kind: 'query',
  access: { permission: 'identity.manage-access' },
  summary: 'Everybody’s sessions that are open now, newest first.',
  input: z.object({ ...page, personId: id.optional() }),
  output: z.object({
    items: z.array(SessionShown.extend({ personId: id, personName: z.string(), login: z.string() })),
    next,
  }),
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

const PersonListed = z.object({
  id,
  name: z.string(),
  login: z.string().nullable(),
  accountState: z.enum(['none', 'active', 'disabled']),
  posts: z.array(z.object({ id, title: z.string(), unitName: z.string(), gridPath: z.string().nullable() })),
})
export type PersonListed = z.infer<typeof PersonListed>

export const listPeople = endpoint({
  name: 'identity.list-people',
  kind: 'query',
  access: { permission: 'identity.see-people' },
  summary: 'The staff directory: people with a post or an account, by name.',
  input: z.object({
    ...page,
    /** The beginning of the name or of the login. */
    search: z.string().trim().max(60).optional(),
    unitId: id.optional(),
    state: z.enum(['active', 'disabled', 'without-post']).optional(),
  }),
  output: z.object({ items: z.array(PersonListed), next }),
  refusals: [],
})

const Appointment = z.object({
  id,
  postId: id,
  postTitle: z.string(),
  unitName: z.string(),
  gridPath: z.string().nullable(),
  roleCode: z.string(),
  roleName: z.string(),
  fromAt: instant,
  untilAt: instant.nullable(),
})
export type Appointment = z.infer<typeof Appointment>

export const showPerson = endpoint({
  name: 'identity.show-person',
  kind: 'query',
  access: { permission: 'identity.see-people' },
  summary: 'One person: account, posts now and before.',
  input: z.object({ personId: id }),
  output: z.object({
    person: z.object({ id, name: z.string() }),
    account: z
      .object({
        login: z.string(),
        state: z.enum(['active', 'disabled']),
        totpOn: z.boolean(),
        mustChangePassword: z.boolean(),
        lastSignInAt: instant.nullable(),
        /** Sign-in is refused until then because of wrong attempts. */
        lockedUntil: instant.nullable(),
      })
      .nullable(),
    /** Present ones first, then the newest ended ones; at most 100. */
    appointments: z.array(Appointment),
  }),
  refusals: ['identity/person-not-found'],
})

export const createPerson = endpoint({
  name: 'identity.create-person',
  kind: 'command',
  access: { permission: 'identity.manage-accounts' },
  summary:
    'Adds a person with an account. The temporary password is shown once and must be changed at the first sign-in.',
  /** `personId` is made by the client, so that a repeat is recognised. */
  input: z.object({ personId: id, name: line(60), login }),
  output: z.object({ personId: id, login: z.string(), temporaryPassword: z.string() }),
  refusals: ['identity/login-taken', 'identity/id-taken'],
  forgetAnswer: true,
})

export const resetPassword = endpoint({
  name: 'identity.reset-password',
  kind: 'command',
  access: { permission: 'identity.manage-accounts' },
  summary: 'Gives somebody a temporary password, shown once, and ends their sessions. One-time codes stay on.',
  input: z.object({ personId: id }),
  output: z.object({ temporaryPassword: z.string() }),
  refusals: ['identity/person-not-found', 'identity/no-account', 'identity/not-yourself'],
  forgetAnswer: true,
})

export const disableAccount = endpoint({
  name: 'identity.disable-account',
  kind: 'command',
  access: { permission: 'identity.manage-accounts' },
  summary: 'Stops somebody from signing in and ends their sessions. Nothing they did is lost.',
  input: z.object({ personId: id }),
  output: z.object({ personId: id }),
  refusals: [
    'identity/person-not-found',
    'identity/no-account',
    'identity/not-yourself',
    'identity/last-administrator',
  ],
})

export const enableAccount = endpoint({
  name: 'identity.enable-account',
  kind: 'command',
  access: { permission: 'identity.manage-accounts' },
  summary: 'Lets somebody sign in again.',
  input: z.object({ personId: id }),
  output: z.object({ personId: id }),
  refusals: ['identity/person-not-found', 'identity/no-account'],
})

export const unitKinds = ['street', 'community', 'centre', 'department', 'company'] as const
const Unit = z.object({
  id,
  parentId: id.nullable(),
  name: z.string(),
  kind: z.enum(unitKinds),
  /** Posts in this unit itself, and how many of them nobody holds. */
  posts: z.int(),
  vacant: z.int(),
})
export type Unit = z.infer<typeof Unit>

export const listUnits = endpoint({
  name: 'identity.list-units',
  kind: 'query',
  access: { permission: 'identity.see-people' },
  summary: 'Units of the organisation, oldest first; `parentId` makes it a tree.',
  input: z.object({ ...page, search: z.string().trim().max(60).optional() }),
  output: z.object({ items: z.array(Unit), next }),
  refusals: [],
})

export const createUnit = endpoint({
  name: 'identity.create-unit',
  kind: 'command',
  access: { permission: 'identity.manage-accounts' },
  summary: 'Adds a unit below another.',
  input: z.object({ unitId: id, parentId: id.nullable(), name: line(60), kind: z.enum(unitKinds) }),
  output: z.object({ unitId: id }),
  refusals: ['identity/unit-not-found', 'identity/name-taken', 'identity/id-taken'],
})

const Post = z.object({
  id,
  title: z.string(),
  unitId: id,
  unitName: z.string(),
  gridPath: z.string().nullable(),
  roleCode: z.string(),
  roleName: z.string(),
  /** Null: the post is vacant. */
  holder: z.object({ personId: id, name: z.string(), appointmentId: id, since: instant }).nullable(),
})
export type Post = z.infer<typeof Post>

export const listPosts = endpoint({
  name: 'identity.list-posts',
  kind: 'query',
  access: { permission: 'identity.see-people' },
  summary: 'Posts with who holds them now; vacant ones are said to be vacant.',
  input: z.object({
    ...page,
    unitId: id.optional(),
    /** This grid and everything below it. */
    gridPath: gridPath.optional(),
    roleCode: z.string().max(60).optional(),
    vacant: z.boolean().optional(),
    search: z.string().trim().max(60).optional(),
  }),
  output: z.object({ items: z.array(Post), next }),
  refusals: [],
})

export const createPost = endpoint({
  name: 'identity.create-post',
  kind: 'command',
  access: { permission: 'identity.manage-accounts' },
  summary: 'Adds a post, vacant, in a unit and where it has one on a grid.',
  input: z.object({
    postId: id,
    title: line(60),
    unitId: id,
    gridPath: gridPath.nullable(),
    roleCode: z.string().min(1).max(60),
  }),
  output: z.object({ postId: id }),
  refusals: ['identity/unit-not-found', 'identity/role-not-found', 'identity/id-taken'],
})

export const appoint = endpoint({
  name: 'identity.appoint',
  kind: 'command',
  access: { permission: 'identity.manage-accounts' },
  summary: 'Gives a vacant post to a person, from now on. A person may hold several posts.',
  input: z.object({ postId: id, personId: id }),
  output: z.object({ appointmentId: id }),
  refusals: [
    'identity/post-not-found',
    'identity/person-not-found',
    'identity/post-taken',
    'identity/two-administrators',
    'identity/not-yourself',
    'identity/account-disabled',
  ],
})

export const endAppointment = endpoint({
  name: 'identity.end-appointment',
  kind: 'command',
  access: { permission: 'identity.manage-accounts' },
  summary: 'Takes a person out of a post, from now on. The post stays and is vacant.',
  input: z.object({ appointmentId: id }),
  output: z.object({ postId: id }),
  refusals: ['identity/appointment-not-found', 'identity/last-administrator', 'identity/not-yourself'],
})

const RolePermission = z.object({ permission: z.string().max(80), scope: z.enum(scopes) })
const Sentence = z.object({ 'zh-CN': z.string(), en: z.string() })

export const listRoles = endpoint({
  name: 'identity.list-roles',
  kind: 'query',
  access: { permission: 'identity.see-people' },
  summary: 'Roles with what each may do and how far, and every permission word with its meaning.',
  input: z.object({}),
  output: z.object({
    roles: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        /** Administrators’ roles cannot be changed. */
        fixed: z.boolean(),
        version: z.int(),
        posts: z.int(),
        permissions: z.array(RolePermission),
      }),
    ),
    words: z.array(z.object({ permission: z.string(), sentence: Sentence, reserved: z.boolean() })),
  }),
  refusals: [],
})

export const setRolePermissions = endpoint({
  name: 'identity.set-role-permissions',
  kind: 'command',
  access: { permission: 'identity.manage-access' },
  summary: 'Replaces what a role may do. `version` is the one that was shown.',
  input: z.object({ roleCode: z.string().max(60), version: z.int(), permissions: z.array(RolePermission).max(200) }),
  output: z.object({ version: z.int() }),
  refusals: [
    'identity/role-not-found',
    'identity/role-is-fixed',
    'identity/changed-meanwhile',
    'identity/unknown-permission',
    'identity/reserved-permission',
  ],
})

export const listLocks = endpoint({
  name: 'identity.list-locks',
  kind: 'query',
  access: { permission: 'identity.manage-access' },
  summary: 'Logins and addresses that are locked now because of wrong attempts, latest first.',
  input: z.object(page),
  output: z.object({
    items: z.array(
      z.object({
        id,
        kind: z.enum(['login', 'address']),
        /** Null when the login that was tried belongs to nobody. */
        person: z.object({ id, name: z.string(), login: z.string() }).nullable(),
        address: z.string().nullable(),
        failures: z.int(),
        lastFailureAt: instant,
        lockedUntil: instant,
      }),
    ),
    next,
  }),
  refusals: [],
})

export const unlock = endpoint({
  name: 'identity.unlock',
  kind: 'command',
  access: { permission: 'identity.manage-access' },
  summary: 'Forgets the wrong attempts of a login or an address.',
  input: z.object({ lockId: id }),
  output: z.object({ lockId: id }),
  refusals: ['identity/lock-not-found'],
})

export const setupState = endpoint({
  name: 'identity.setup-state',
  kind: 'query',
  access: 'public',
  summary: 'Whether the first administrators are still to be named.',
  input: z.object({}),
  output: z.object({ needed: z.boolean(), demo: z.boolean() }),
  refusals: [],
})

const FirstAdministrator = z.object({ name: line(60), login, password })

export const setUp = endpoint({
  name: 'identity.set-up',
  kind: 'command',
  access: 'public',
  summary:
    'Names the three first administrators, once, with the token the program printed at its start. Signs the system administrator in; the other two change their password at their first sign-in.',
  input: z.object({
    token: z.string().max(200),
    unitName: line(60),
    system: FirstAdministrator,
    security: FirstAdministrator,
    audit: FirstAdministrator,
  }),
  output: signedIn,
  refusals: ['identity/already-set-up', 'identity/wrong-setup-token', 'identity/same-logins', 'identity/weak-password'],
  callsAMinute: 10,
  forgetAnswer: true,
})

export const demoLogins = endpoint({
  name: 'identity.demo-logins',
  kind: 'query',
  access: 'public',
  summary: 'One login per persona of the demo town. Empty everywhere else.',
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        login: z.string(),
        password: z.string(),
        persona: z.string(),
        title: Sentence,
        app: z.enum(['office', 'field', 'portal']),
      }),
    ),
  }),
  refusals: [],
})
