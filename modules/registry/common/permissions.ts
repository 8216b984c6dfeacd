/** The words of this module and what each lets a person do, as the security administrator reads it. */
export const registryPermissions = {
  'registry.read-places': {
    'zh-CN': '查看房屋、单位、部件、场所、特种设备',
    en: 'See housing, organisations, facilities, places and special equipment',
  },
  'registry.read': {
    'zh-CN': '查看人口、户、租住、车辆、宠物的基本信息（每次打开留痕）',
    en: 'See people, households, tenancies, vehicles and pets (every look is on record)',
  },
  'registry.write': { 'zh-CN': '采集、更新基础信息，登记人员变动', en: 'Record and update, and register life events' },
  'registry.see-contact': { 'zh-CN': '查看联系电话（写明事由）', en: 'See telephone numbers, with a reason' },
  'registry.see-identity': { 'zh-CN': '查看证件号码（写明事由）', en: 'See identity numbers, with a reason' },
  'registry.see-health': { 'zh-CN': '查看健康、残疾情况（写明事由）', en: 'See health and disability, with a reason' },
  'registry.see-income': { 'zh-CN': '查看收入情况（写明事由）', en: 'See income, with a reason' },
  'registry.settle': {
    'zh-CN': '裁定信息冲突、办理更正申请',
    en: 'Settle conflicting data and decide on requests for correction',
  },
  'registry.export': {
    'zh-CN': '导出名单（写明事由，带导出人标记）',
    en: 'Take lists out, with a reason and one’s name on them',
  },
  'registry.visit-care': {
    'zh-CN': '知道自己网格里近期该走访谁、属于哪类关爱（看不到名单和原因，不含患者）',
    en: 'Know whom in one’s grids to visit soon and for which list (not the lists themselves, and no patients)',
  },
  'registry.care-old-alone': {
    'zh-CN': '查看和维护独居老人关爱名单',
    en: 'See and keep the list of old people living alone',
  },
  'registry.care-disabled': {
    'zh-CN': '查看和维护残疾人关爱名单',
    en: 'See and keep the list of disabled people who need care',
  },
  'registry.care-children': {
    'zh-CN': '查看和维护困境儿童关爱名单',
    en: 'See and keep the list of children in difficulty',
  },
  'registry.care-veterans': {
    'zh-CN': '查看和维护退役军人优抚名单',
    en: 'See and keep the list of veterans with a claim to care',
  },
  'registry.care-patients': {
    'zh-CN': '查看和维护患者关爱名单',
    en: 'See and keep the list of patients who need care',
  },
  'registry.figures': { 'zh-CN': '查看两实统计', en: 'See figures of real population and housing' },
  'registry.print-looks': {
    'zh-CN': '应本人申请出具信息查阅记录',
    en: 'Print, at a resident’s request, who looked at their data',
  },
  'registry.protect': {
    'zh-CN': '个人信息保护：启停关爱名单、轮换密钥、按期限清理',
    en: 'Protection of personal data: turn care lists on and off, rotate keys, remove what is past its time',
  },
  'registry.see-looks': {
    'zh-CN': '审计个人信息查阅记录',
    en: 'Audit who looked at personal data',
  },
} as const
