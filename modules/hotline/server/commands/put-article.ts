import { command } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { addArticle } from '../article-store.ts'
import type { HotlineWork } from './take-call.ts'

export const putArticle = command(contract.putArticle, {
  subject: ({ articleId }) => ({ kind: 'hotline-article', id: articleId }),
  async run({ tx, actor, now }: HotlineWork, { articleId, seenVersion, title, body, from, isRetired }) {
    const version = seenVersion + 1
    const own = { by_id: actor.personId, at: now }
    const article = { id: articleId, version, title, body, valid_from: from, is_retired: isRetired, ...own }
    return (await addArticle(tx, article)) ? { articleId, version } : refuse['article-changed']()
  },
})
