import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { code, gridPath, id, instant, line, search } from './fields.ts'

export const unitKinds = ['district', 'street', 'community', 'centre', 'department', 'company'] as const
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
  input: z.object({ ...pageInput, search }),
  output: pageOf(Unit),
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
    ...pageInput,
    unitId: id.optional(),
    /** This grid and everything below it. */
    gridPath: gridPath.optional(),
    roleCode: code.optional(),
    vacant: z.boolean().optional(),
    search,
  }),
  output: pageOf(Post),
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
    roleCode: code,
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
