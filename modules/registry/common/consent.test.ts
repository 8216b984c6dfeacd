import { expect, test } from 'vitest'
import { type Consent, inForceFor, lostGround, mayConsent } from './consent.ts'

const given = (more: Partial<Consent> = {}): Consent => ({
  ...{ careGroup: 'old-alone', givenOn: '2026-01-01', untilOn: null, withdrawnOn: null },
  ...more,
})
const entry = { group: 'old-alone', basis: 'consent', since: '2026-02-01' } as const
const today = '2026-09-15'

test('a consent holds through its last day and up to the day on which it is withdrawn', () => {
  const holds = (consent: Consent, day: string) => inForceFor([consent], 'old-alone', day) !== undefined
  expect([holds(given(), '2025-12-31'), holds(given(), '2026-01-01')]).toEqual([false, true])
  const limited = given({ untilOn: today })
  expect([holds(limited, today), holds(limited, '2026-09-16')]).toEqual([true, false])
  const withdrawn = given({ withdrawnOn: today })
  expect([holds(withdrawn, '2026-09-14'), holds(withdrawn, today)]).toEqual([true, false])
  expect(inForceFor([given()], 'disabled', today)).toBeUndefined()
})

test('an entry stays as long as any consent for its list, or a duty, carries it', () => {
  const withdrawn = given({ withdrawnOn: '2026-09-10' })
  expect(lostGround(entry, [withdrawn], today)).toEqual({ on: '2026-09-10', reason: 'consent-withdrawn' })
  expect(lostGround(entry, [withdrawn, given({ givenOn: '2026-09-12' })], today)).toBeNull()
  expect(lostGround(entry, [withdrawn, given({ careGroup: 'disabled' })], today)).not.toBeNull()
  expect(lostGround({ ...entry, basis: 'statutory' }, [withdrawn], today)).toBeNull()
  expect(lostGround(entry, [], today)).toBeNull()
})

test('the consent that carried it longest says why it ends, never before the entry began', () => {
  const expired = given({ untilOn: '2026-08-31' })
  const early = given({ withdrawnOn: '2026-03-01' })
  expect(lostGround(entry, [early, expired], today)).toEqual({ on: '2026-08-31', reason: 'consent-expired' })
  // Withdrawn after it was over already: it had run out.
  const late = given({ untilOn: '2026-08-31', withdrawnOn: '2026-09-10' })
  expect(lostGround(entry, [late], today)).toEqual({ on: '2026-08-31', reason: 'consent-expired' })
  expect(lostGround(entry, [given({ withdrawnOn: '2026-01-05' })], today)?.on).toBe('2026-02-01')
})

test('before the fourteenth birthday a guardian agrees; with no birthday on record, whoever takes it down decides', () => {
  expect([mayConsent('signed', '2012-09-15', '2026-09-14'), mayConsent('signed', '2012-09-15', today)]).toEqual([
    false,
    true,
  ])
  expect(mayConsent('guardian', '2020-01-01', today)).toBe(true)
  expect(mayConsent('spoken', null, today)).toBe(true)
})
