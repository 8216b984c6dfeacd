import { campaignMessages } from './campaign-messages.ts'
import { pointMessages } from './point-messages.ts'
import { programmeMessages } from './programme-messages.ts'

/** Words of campaigns and programmes in the office. */
export const campaignsOfficeMessages = {
  'zh-CN': { ...campaignMessages['zh-CN'], ...pointMessages['zh-CN'], ...programmeMessages['zh-CN'] },
  en: { ...campaignMessages.en, ...pointMessages.en, ...programmeMessages.en },
}
