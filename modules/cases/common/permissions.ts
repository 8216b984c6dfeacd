/** The words of this module and what each lets a person do, as the security administrator reads it. */
export const casesPermissions = {
  'cases.read': { 'zh-CN': '查看案卷', en: 'See cases' },
  'cases.report': { 'zh-CN': '以工作人员身份上报', en: 'Report cases as staff' },
  'cases.accept': { 'zh-CN': '受理、不予受理、并入重复案卷', en: 'Accept or refuse reports, join duplicates' },
  'cases.file': { 'zh-CN': '立案', en: 'File cases under a class' },
  'cases.dispatch': { 'zh-CN': '派遣到专业部门', en: 'Dispatch cases to departments' },
  'cases.handle': { 'zh-CN': '处置、退回派遣员', en: 'Handle cases, or return them to the dispatcher' },
  'cases.verify': { 'zh-CN': '现场核查', en: 'Verify on the spot' },
  'cases.close': { 'zh-CN': '结案、返工', en: 'Close cases, or send them back for rework' },
  'cases.rate': { 'zh-CN': '评价自己反映的问题', en: 'Rate what one reported' },
  'cases.see-reporter': {
    'zh-CN': '查看反映人的姓名和电话（须写明理由，留痕）',
    en: 'See the name and phone of a reporter (with a reason, on record)',
  },
} as const

export type CasesPermission = keyof typeof casesPermissions
