import { actMessages } from './act-messages.ts'
import { casePageMessages } from './case-page-messages.ts'
import { deskMessages } from './desk-messages.ts'
import { listMessages } from './list-messages.ts'

/** Words of the office pages about cases, topic by topic. */
export const caseOfficeMessages = {
  'zh-CN': {
    ...deskMessages['zh-CN'],
    ...actMessages['zh-CN'],
    ...casePageMessages['zh-CN'],
    ...listMessages['zh-CN'],
  },
  en: { ...deskMessages.en, ...actMessages.en, ...casePageMessages.en, ...listMessages.en },
}
