/** One login per persona of `mission.md`, and one person with many posts. The demo lists them on its sign-in page. */
export interface PersonaPlan {
  readonly login: string
  readonly persona: string
  readonly title: { readonly 'zh-CN': string; readonly en: string }
  readonly app: 'office' | 'field' | 'portal'
  /** Keys of the posts they hold; none for residents. A key that ends in `*` is the first filled post that begins so. */
  readonly posts: readonly string[]
}

function persona(
  login: string,
  app: PersonaPlan['app'],
  chinese: string,
  english: string,
  ...posts: string[]
): PersonaPlan {
  return { login, persona: login, app, title: { 'zh-CN': chinese, en: english }, posts }
}

export const personas: readonly PersonaPlan[] = [
  persona('acceptor', 'office', '受理员', 'Acceptor', 'acceptor 1'),
  persona('duty-chief', 'office', '值班长', 'Duty chief', 'duty-chief 1'),
  persona('dispatcher', 'office', '派遣员', 'Dispatcher', 'dispatcher 1'),
  persona('handler', 'field', '处置人员（环卫所）', 'Department handler (sanitation)', 'handler sanitation 1'),
  persona('grid-worker', 'field', '网格员', 'Grid worker', 'worker 1.1.1.*'),
  persona('grid-worker-next', 'field', '邻格网格员', 'Grid worker next door', 'worker 1.1.2.*'),
  persona('building-head', 'field', '楼门院长', 'Building head', 'building-head 1.1.1.*'),
  persona('cleaner', 'field', '保洁员', 'Cleaner', 'cleaner *'),
  persona('resident', 'portal', '居民', 'Resident'),
  persona(
    'many-posts',
    'office',
    '一人多岗（网格长、路长、民政干事）',
    'Many posts (lead, road chief, civil affairs)',
    'lead 1.1',
    'road-chief-2 1.1',
    'civil-affairs',
  ),
  persona('grid-lead', 'office', '小网格长', 'Grid lead', 'lead 1.1.1'),
  persona('road-chief', 'office', '三级路长', 'Road chief', 'road-chief-3 1.1.*'),
  persona('window-clerk', 'office', '窗口人员', 'Window clerk', 'window-clerk'),
  persona('committee', 'office', '社区专员', 'Community committee', 'deputy 1.1.1'),
  persona('street-centre', 'office', '街道指挥中心', 'Street command centre', 'street-centre'),
  persona('district-hub', 'office', '区级指挥中枢', 'District hub', 'district-hub'),
  persona('supervisor', 'office', '督查', 'Supervisor', 'supervisor'),
  persona('assessor', 'office', '考核', 'Assessor', 'assessor'),
  persona('personnel', 'office', '人事', 'Personnel officer', 'personnel'),
  persona('system-admin', 'office', '系统管理员', 'System administrator', 'system-admin'),
  persona('security-admin', 'office', '安全管理员', 'Security administrator', 'security-admin'),
  persona('audit-admin', 'office', '审计管理员', 'Audit administrator', 'audit-admin'),
]

/** Public on purpose: the demo's data is made up, and the program says that it is a demo. */
export const demoPassword = 'Wangge-2026'
