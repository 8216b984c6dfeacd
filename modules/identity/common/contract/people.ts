import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { id, instant, line, login, search } from './fields.ts'

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
    ...pageInput,
    /** A part of the name or of the login. */
    search,
    unitId: id.optional(),
    state: z.enum(['active', 'disabled', 'without-post']).optional(),
  }),
  output: pageOf(PersonListed),
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
