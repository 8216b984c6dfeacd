import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { scopes } from '../roles.ts'
import { code, id, instant, Sentence } from './fields.ts'

const RolePermission = z.object({ permission: code, scope: z.enum(scopes) })

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
  input: z.object({ roleCode: code, version: z.int(), permissions: z.array(RolePermission).max(200) }),
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
  input: z.object(pageInput),
  output: pageOf(
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
