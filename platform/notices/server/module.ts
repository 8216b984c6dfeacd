import { command, query } from '../../commands/server/command.ts'
import { defineModule } from '../../commands/server/define-module.ts'
import { listNotices, markNoticesRead } from '../common/contract.ts'
import { noticesAuditWords } from './audit-words.ts'
import { NoticeReader, type NoticeTables, NoticeWriter } from './notice-store.ts'

const list = query<NoticeTables, typeof listNotices>(listNotices, {
  run: ({ read, actor }, filter) => new NoticeReader(read, actor).list(filter),
})

const markRead = command<NoticeTables, typeof markNoticesRead>(markNoticesRead, {
  subject: ({ until }) => ({ kind: 'notices', id: until }),
  run: async ({ tx, actor, now }, { until }) => ({ marked: await new NoticeWriter(tx, actor).markRead(until, now) }),
})

/** News for a person that asks for nothing but to be read. */
export const noticesModule = defineModule({
  name: 'notices',
  folder: new URL('../', import.meta.url),
  commands: [markRead],
  queries: [list],
  permissions: {},
  messages: { 'zh-CN': {}, en: {} },
  auditWords: noticesAuditWords,
  jobs: [],
  sees: {},
})
