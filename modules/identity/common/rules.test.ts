import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { can, isInside } from '#platform/authz/common/grants.ts'
import { lockMinutes } from './lock-out.ts'
import { identityMessages } from './messages.ts'
import { isPasswordOld, mustSetUpTotp } from './obligations.ts'
import { passwordObjections } from './password-rules.ts'
import { refuse } from './refusals.ts'
import { grantsOf } from './roles.ts'
import { objectionToPermissions, objectionToRole } from './separation.ts'
import { defaultIdentitySettings } from './settings.ts'

describe('passwords', () => {
  test.each([
    ['Correct-horse-7', []],
    ['密码Xiaoqu99', []],
    ['aB3$', ['too-short']],
    ['alllowercase', ['too-few-kinds']],
    ['lower and 123', []],
    ['Zhang.San.77', ['contains-login']],
    ['Password123!', ['common']],
    ['P@ssw0rd2026', ['common']],
    [`Aa1!${'x'.repeat(130)}`, ['too-long']],
    ['123456', ['too-short', 'too-few-kinds', 'common']],
  ])('%s: %j', (password, objections) => {
    expect(passwordObjections(password, 'zhang.san')).toEqual(objections)
  })
  test('an empty login is contained in nothing', () => {
    expect(passwordObjections('Correct-horse-7', '')).toEqual([])
  })
})

describe('locks', () => {
  const minutes = (failures: number) => lockMinutes('login', failures, defaultIdentitySettings)
  test('fall at the fifth failure and double up to a day', () => {
    expect([1, 4, 5, 6, 7, 8, 11, 12, 500].map(minutes)).toEqual([0, 0, 15, 30, 60, 120, 960, 1440, 1440])
  })
  test('never get shorter with one more failure', () => {
    fc.assert(fc.property(fc.nat(10_000), failures => minutes(failures) <= minutes(failures + 1)))
  })
  test('an address, shared by an office, may fail more often', () => {
    expect(lockMinutes('address', 49, defaultIdentitySettings)).toBe(0)
    expect(lockMinutes('address', 50, defaultIdentitySettings)).toBe(15)
  })
})

describe('grants', () => {
  const actor = (grants: ReturnType<typeof grantsOf>) => ({ personId: 'p', postId: 'post', unitId: 'unit', grants })
  const at = (gridPath: string | null) => ({ gridPath, unitId: null, postId: null, ownerId: null })

  test('each scope becomes its place', () => {
    const scopes = ['everywhere', 'district', 'place', 'unit', 'post', 'own'] as const
    expect(
      grantsOf(
        scopes.map(scope => ({ permission: 'x', scope })),
        '1.2',
      ).map(grant => grant.within),
    ).toEqual([
      { kind: 'everywhere' },
      { kind: 'above-grids' },
      { kind: 'subtree', path: '1.2' },
      { kind: 'own-unit' },
      { kind: 'own-post' },
      { kind: 'own' },
    ])
  })
  test('a post without a grid gets nothing from "my place", least of all everything', () => {
    expect(grantsOf([{ permission: 'x', scope: 'place' }], null)).toEqual([])
  })
  test('the district works on what lies above the grids, and on no grids own matters', () => {
    const hub = actor(grantsOf([{ permission: 'x', scope: 'district' }], '1'))
    expect([at(null), at('1'), at('1.2')].map(thing => can(hub, 'x', thing))).toEqual([true, false, false])
  })
  test('the grant of a post holds in its grid and below, not next door', () => {
    const path = fc.constantFrom('1', '10', '1.1', '1.10', '1.1.1', '10.1', '2')
    fc.assert(
      fc.property(path, path, (own, thing) => {
        const may = can(actor(grantsOf([{ permission: 'x', scope: 'place' }], own)), 'x', at(thing))
        expect(may).toBe(isInside(thing, own))
      }),
    )
  })
})

describe('the three administrators', () => {
  test('nobody is two of them', () => {
    expect(objectionToRole('audit-administrator', ['system-administrator'])?.code).toBe('identity/two-administrators')
    expect(objectionToRole('system-administrator', ['system-administrator', 'grid-worker'])).toBeNull()
    expect(objectionToRole('grid-worker', ['system-administrator'])).toBeNull()
  })
  test('their words stay theirs and their roles stay as they are', () => {
    const known = new Set(['audit.read', 'cases.read'])
    const asks = (role: string, permission: string) =>
      objectionToPermissions(role, [{ permission, scope: 'everywhere' }], known)?.code ?? null
    expect(asks('grid-worker', 'cases.read')).toBeNull()
    expect(asks('grid-worker', 'audit.read')).toBe('identity/reserved-permission')
    expect(asks('grid-worker', 'cases.invent')).toBe('identity/unknown-permission')
    expect(asks('audit-administrator', 'cases.read')).toBe('identity/role-is-fixed')
  })
  test('need one-time codes, except in the demo', () => {
    const roles = ['grid-worker', 'audit-administrator']
    expect(mustSetUpTotp({ demo: false, totpOn: false, roles })).toBe(true)
    expect(mustSetUpTotp({ demo: false, totpOn: true, roles })).toBe(false)
    expect(mustSetUpTotp({ demo: true, totpOn: false, roles })).toBe(false)
    expect(mustSetUpTotp({ demo: false, totpOn: false, roles: ['grid-worker'] })).toBe(false)
  })
})

test('passwords age only where that is set', () => {
  const old = (days: number | null) =>
    isPasswordOld('2026-01-01T00:00:00.000Z', '2026-04-02T00:00:00.000Z', {
      ...defaultIdentitySettings,
      passwordDays: days,
    })
  expect([old(null), old(90), old(91)]).toEqual([false, true, false])
})

test('every refusal has a text in both languages', () => {
  for (const name of Object.keys(refuse) as (keyof typeof refuse)[]) {
    const key = `refusal.${refuse[name]().code}`
    for (const locale of ['zh-CN', 'en'] as const) {
      expect((identityMessages[locale] as Record<string, string>)[key], `${key} ${locale}`).toBeTruthy()
    }
  }
})
