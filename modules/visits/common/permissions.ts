/** The words of this module and what each lets a person do, as the security administrator reads it. */
export const visitsPermissions = {
  'visits.write': {
    'zh-CN': '走访：记录走访、代办、调解和宣传',
    en: 'Visits: write visits, errands, mediation, publicity',
  },
  'visits.read': { 'zh-CN': '查看走访记录（每次打开留痕）', en: 'Read visits (each opening is on record)' },
} as const
