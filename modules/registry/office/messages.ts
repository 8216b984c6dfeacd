import { figuresMessages } from './figures-messages.ts'
import { libraryMessages } from './library-messages.ts'
import { protectionMessages } from './protection-messages.ts'
import { upkeepMessages } from './upkeep-messages.ts'

export const registryOfficeMessages = {
  'zh-CN': {
    ...libraryMessages['zh-CN'],
    ...upkeepMessages['zh-CN'],
    ...protectionMessages['zh-CN'],
    ...figuresMessages['zh-CN'],
  },
  en: { ...libraryMessages.en, ...upkeepMessages.en, ...protectionMessages.en, ...figuresMessages.en },
}
