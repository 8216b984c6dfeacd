import { z } from 'zod'
import { endpoint } from '../../contract/common/endpoint.ts'
import { pageInput, pageOf } from '../../contract/common/paging.ts'

const InboxItem = z.object({
  subjectKind: z.string(),
  subjectId: z.string(),
  /** What is to be done: `accept`, `handle` … The words for it come from the module of the subject. */
  task: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  since: z.string(),
  dueAt: z.string().nullable(),
  priority: z.int(),
  /** Whoever is on shift has it first; only where everything is asked for. */
  isOfTheShift: z.boolean(),
  /** The post for which it waits; the person may have to switch to it. Null for residents. */
  postId: z.string().nullable(),
})
export type InboxItem = z.infer<typeof InboxItem>

/** Everything that waits for the caller in any of their posts: overdue and near due first, then urgent, then old. */
export const listInbox = endpoint({
  name: 'inbox.list',
  kind: 'query',
  access: 'signed-in',
  summary: 'What waits for me, in all my posts.',
  input: z.object({
    ...pageInput,
    task: z.string().max(60).optional(),
    postId: z.string().max(60).optional(),
    /** `all`: also what those on shift have first, and what another post has claimed. */
    shift: z.enum(['first', 'all']).default('first'),
  }),
  output: pageOf(InboxItem),
  refusals: [],
})

/** How much waits. What several posts of a person may do is in the numbers of each of them, and once in the total. */
export const countInbox = endpoint({
  name: 'inbox.count',
  kind: 'query',
  access: 'signed-in',
  summary: 'How much waits for me, by post and task.',
  input: z.object({}),
  output: z.object({
    total: z.int(),
    /** What the caller may do as well and others have first; not in the other numbers. */
    ofTheShift: z.int(),
    /** In all posts together; the sum is the total. */
    tasks: z.array(z.object({ task: z.string(), count: z.int() })),
    counts: z.array(z.object({ postId: z.string().nullable(), task: z.string(), count: z.int() })),
  }),
  refusals: [],
})
