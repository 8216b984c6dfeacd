import { query } from '../../commands/server/command.ts'
import { defineModule, type Module } from '../../commands/server/define-module.ts'
import { countInbox, listInbox } from '../common/contract.ts'
import { InboxReader, type InboxTables } from './inbox-store.ts'
import type { WhoseFirst } from './whose-first.ts'

/** One inbox for a person with many posts. */
export function inboxModule(whoseFirst: WhoseFirst): Module {
  const list = query<InboxTables, typeof listInbox>(listInbox, {
    async run({ read, everyPost, now }, { postId, ...filter }) {
      const posts = postId === undefined ? everyPost : everyPost.filter(actor => actor.postId === postId)
      return new InboxReader(read, await whoseFirst(read as never, posts, now)).list(filter)
    },
  })
  const count = query<InboxTables, typeof countInbox>(countInbox, {
    async run({ read, everyPost, now }) {
      const inbox = new InboxReader(read, await whoseFirst(read as never, everyPost, now))
      const [totals, counts] = await Promise.all([inbox.totals(), inbox.counts()])
      return { ...totals, counts }
    },
  })
  return defineModule({
    name: 'inbox',
    folder: new URL('../', import.meta.url),
    commands: [],
    queries: [list, count],
    permissions: {},
    messages: { 'zh-CN': {}, en: {} },
    auditWords: { 'zh-CN': {}, en: {} },
    jobs: [],
    sees: {},
  })
}
