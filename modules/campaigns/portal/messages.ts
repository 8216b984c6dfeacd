import { defineMessages } from '#platform/i18n/common/translate.ts'

/** Words of the page on which residents see what was put right. */
export const portalCampaignMessages = defineMessages(
  {
    'results.title': '整治前后',
    'results.about': '已经整治好、并且可以公开的地点。照片里没有人，地址只到社区。',
    'results.none': '还没有公开的整治地点。',
    'results.none-hint': '整治完成、核对过照片以后，会放在这里。',
    'results.done': '{day} 整治完成',
    'results.before': '整治前，{what}，{place}，第 {n} 张',
    'results.after': '整治后，{what}，{place}，第 {n} 张',
  },
  {
    'results.title': 'Before and after',
    'results.about': 'Places that were put right and may be shown. Nobody is on the photos, and no address is given.',
    'results.none': 'No place is shown yet.',
    'results.none-hint': 'Places stand here once they are put right and their photos were looked at.',
    'results.done': 'put right on {day}',
    'results.before': 'Before, {what}, {place}, photo {n}',
    'results.after': 'After, {what}, {place}, photo {n}',
  },
)
