import { query } from '../../commands/server/command.ts'
import { defineModule } from '../../commands/server/define-module.ts'
import { countInbox, listInbox } from '../common/contract.ts'
import { InboxReader, type InboxTables } from './inbox-store.ts'

const list = query<InboxTables, typeof listInbox>(listInbox, {
  run: ({ read, everyPost }, { postId, ...filter }) => {
    const posts = postId === undefined ? everyPost : everyPost.filter(actor => actor.postId === postId)
    return new InboxReader(read, posts).list(filter)
  },
})

const count = query<InboxTables, typeof countInbox>(countInbox, {
  async run({ read, everyPost }) {
    const inbox = new InboxReader(read, everyPost)
    const [total, counts] = await Promise.all([inbox.total(), inbox.counts()])
    return { total, counts }
  },
})

/** One inbox for a person with many posts. */
export const inboxModule = defineModule({
  name: 'inbox',
  folder: new URL('../', import.meta.url),
  commands: [],
  queries: [list, count],
  permissions: {},
  messages: { 'zh-CN': {}, en: {} },
  jobs: [],
  sees: {},
})
