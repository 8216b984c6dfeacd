/** The words of this module and what each lets a person do, as the security administrator reads it. */
export const campaignsPermissions = {
  'campaigns.know': {
    'zh-CN': '知道有哪些专项整治和行动计划',
    en: 'Know which campaigns and action programmes run',
  },
  'campaigns.read': {
    'zh-CN': '查看整治点位、经费和问责清单',
    en: 'See points of campaigns, money and accountability',
  },
  'campaigns.survey': { 'zh-CN': '摸底登记整治点位', en: 'Survey points of a campaign' },
  'campaigns.manage': {
    'zh-CN': '牵头专项整治：定清单、下令、核验销号；牵头行动任务',
    en: 'Lead a campaign: fix the list, issue orders, tick off; lead tasks of a programme',
  },
  'campaigns.handle': { 'zh-CN': '整改点位并报告完成', en: 'Work on points that were ordered, and report them done' },
  'campaigns.set-up': { 'zh-CN': '设立、调整专项整治和行动计划', en: 'Set up and change campaigns and programmes' },
} as const
