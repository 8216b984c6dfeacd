import { z } from 'zod'
import { endpoint } from '../../contract/common/endpoint.ts'
import { pageInput, pageOf } from '../../contract/common/paging.ts'

const NoticeItem = z.object({
  id: z.uuid(),
  /** Such as `case.accepted`; its text is `notice.<kind>` in the messages of the module it comes from. */
  kind: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  at: z.string(),
  readAt: z.string().nullable(),
})
export type NoticeItem = z.infer<typeof NoticeItem>

export const listNotices = endpoint({
  name: 'notices.list',
  kind: 'query',
  access: 'signed-in',
  summary: 'My notices, newest first, and how many are unread.',
  input: z.object(pageInput),
  output: pageOf(NoticeItem).extend({ unread: z.int() }),
  refusals: [],
})

export const markNoticesRead = endpoint({
  name: 'notices.mark-read',
  kind: 'command',
  access: 'signed-in',
  summary: 'Marks all my notices up to one moment as read.',
  input: z.object({ until: z.iso.datetime() }),
  output: z.object({ marked: z.int() }),
  refusals: [],
})
