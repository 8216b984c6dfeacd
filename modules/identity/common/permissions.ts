/** The words of this module and what each lets a person do, as the security administrator reads it. */
export const identityPermissions = {
  'identity.manage-accounts': {
    'zh-CN': '系统管理员：维护人员、账号、机构、岗位和任职',
    en: 'System administrator: keep people, accounts, units, posts and appointments',
  },
  'identity.manage-access': {
    'zh-CN': '安全管理员：维护角色权限，处理锁定、会话和动态口令',
    en: 'Security administrator: keep the permissions of roles, and handle locks, sessions and one-time codes',
  },
  'identity.see-people': {
    'zh-CN': '查看工作人员名录、机构和岗位',
    en: 'See the staff directory, units and posts',
  },
  'identity.substitute': {
    'zh-CN': '给自己网格内的岗位安排顶岗（限期，留痕）',
    en: 'Arrange substitutes for posts in one’s grids (for a time, on record)',
  },
} as const

/**
 * Each belongs to one administrator alone, and nobody holds two of them: GB/T 22239 level 3 asks for separate system,
 * security and audit administrators (三员分立; see README). They are never part of another role.
 */
export const administratorPowers = {
  'identity.manage-accounts': 'system-administrator',
  'identity.manage-access': 'security-administrator',
  'audit.read': 'audit-administrator',
} as const

export const administratorRoles = ['system-administrator', 'security-administrator', 'audit-administrator'] as const
export type AdministratorRole = (typeof administratorRoles)[number]

export function isAdministratorRole(code: string): code is AdministratorRole {
  return (administratorRoles as readonly string[]).includes(code)
}
