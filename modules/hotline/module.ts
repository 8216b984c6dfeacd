import { defineModule, type Module } from '#platform/commands/server/define-module.ts'
import { hotlineMessages } from './common/messages.ts'
import { hotlinePermissions } from './common/permissions.ts'
import { hotlineAuditWords } from './server/audit-words.ts'
import { putArticle } from './server/commands/put-article.ts'
import { recordCaseCallBack } from './server/commands/record-case-call-back.ts'
import { recordCallBack } from './server/commands/record-call-back.ts'
import { answerCall, linkCall, openCase } from './server/commands/settle-call.ts'
import { callerHistory, takeCall } from './server/commands/take-call.ts'
import {
  callBackFiguresQuery,
  listArticlesQuery,
  listCallBacksQuery,
  listCaseCallBacksQuery,
  listCallsQuery,
  searchArticlesQuery,
  showArticleQuery,
  showCallQuery,
} from './server/queries/hotline-queries.ts'
import { wordsJob } from './server/words-job.ts'
import type { Surroundings } from './server/surroundings.ts'

/** The hotline desk: a call is taken, answered at once or made a case, and called back after closing. */
export function hotlineModule(around: Surroundings): Module {
  return defineModule({
    name: 'hotline',
    folder: new URL('./', import.meta.url),
    commands: [
      takeCall(around),
      callerHistory(around),
      answerCall,
      openCase(around),
      linkCall(around),
      putArticle,
      recordCallBack(around),
      recordCaseCallBack(around),
    ],
    queries: [
      listCallsQuery,
      showCallQuery(around),
      searchArticlesQuery,
      listArticlesQuery,
      showArticleQuery,
      listCallBacksQuery(around),
      listCaseCallBacksQuery(around),
      callBackFiguresQuery,
    ],
    permissions: hotlinePermissions,
    messages: hotlineMessages,
    auditWords: hotlineAuditWords,
    jobs: [wordsJob],
    sees: {},
  })
}
