import { accessMessages } from './access-messages.ts'
import { accountMessages } from './account-messages.ts'
import { staffMessages } from './staff-messages.ts'

/** Words of the office pages of this module. */
export const identityOfficeMessages = {
  'zh-CN': { ...accountMessages['zh-CN'], ...staffMessages['zh-CN'], ...accessMessages['zh-CN'] },
  en: { ...accountMessages.en, ...staffMessages.en, ...accessMessages.en },
}
