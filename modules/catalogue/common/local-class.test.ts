import { expect, test } from 'vitest'
import { classesOn } from './class-book.ts'
import { codeForOldLocal, isLocalCode, likelyAdoptions, type LocalClass, nextLocalCode } from './local-class.ts'

const lock: LocalClass = {
  ...{ kind: 'event', code: '06996', version: 1, name: { 'zh-CN': '私设车位地锁', en: 'Ground lock' } },
  ...{ oldCode: '0196', adoptedAs: null, from: '2026-01-01', isEnded: false },
}
const lid: LocalClass = {
  ...{ kind: 'component', code: '01999', version: 1, name: { 'zh-CN': '直饮水井盖', en: 'Drinking-water lid' } },
  ...{ oldCode: null, adoptedAs: null, from: '2026-03-01', isEnded: false },
}

test('local codes lie under a national major, from 999 down to 080', () => {
  expect(isLocalCode('event', '06999')).toBe(true)
  expect(isLocalCode('event', '06080')).toBe(true)
  expect(isLocalCode('event', '06079')).toBe(false)
  expect(isLocalCode('component', '06999')).toBe(false)
  expect(isLocalCode('event', '6999')).toBe(false)
})

test('the next code counts down past those taken, and ends at 080', () => {
  expect(nextLocalCode('06', [])).toBe('06999')
  expect(nextLocalCode('06', ['06999', '06997'])).toBe('06998')
  const all = Array.from({ length: 920 }, (_, at) => `06${String(80 + at).padStart(3, '0')}`)
  expect(nextLocalCode('06', all)).toBeNull()
})

test('old codes from 99 downwards become 999 downwards; majors of events move up by five', () => {
  expect(codeForOldLocal('event', '0196')).toBe('06996')
  expect(codeForOldLocal('component', '0199')).toBe('01999')
  expect(codeForOldLocal('event', '0110')).toBeNull()
  expect(codeForOldLocal('event', '9999')).toBeNull()
})

test('a local class holds from its day, is found by its old code, and a component is called by its fault', () => {
  expect(classesOn([lock, lid], '2026-02-28').find('component', '01999')).toBeNull()
  const classes = classesOn([lock, lid], '2026-03-01')
  expect(classes.label('component', '01999')?.['zh-CN']).toBe('直饮水井盖异常')
  expect(classes.knows('event', '06996')).toBe(true)
  expect(classes.knows('event', '0196')).toBe('06996')
  expect(classes.knows('event', '06995')).toBe(false)
  const last = classes.majors.find(({ kind, code }) => kind === 'event' && code === '06')!.classes.at(-1)
  expect([last?.code, last?.oldCodes]).toEqual(['06996', ['0196']])
})

test('after its adoption both its codes lead to the national class; its name is still known', () => {
  const classes = classesOn([lock, { ...lock, version: 2, from: '2026-05-01', adoptedAs: '06040' }], '2026-05-01')
  expect(classes.find('event', '06996')).toBeNull()
  expect(classes.knows('event', '06996')).toBe('06040')
  expect(classes.knows('event', '0196')).toBe('06040')
  expect(classes.label('event', '06996')?.['zh-CN']).toBe('私设车位地锁')
  const before = classesOn([lock, { ...lock, version: 2, from: '2026-05-01', adoptedAs: '06040' }], '2026-04-30')
  expect(before.knows('event', '06996')).toBe(true)
})

test('an ended class is filed under no more, and an old code does not lead to it', () => {
  const classes = classesOn([lock, { ...lock, version: 2, from: '2026-05-01', isEnded: true }], '2026-06-01')
  expect(classes.knows('event', '06996')).toBe(false)
  expect(classes.knows('event', '0196')).toBe(false)
})

test('the national class that reads like it is offered first', () => {
  expect(likelyAdoptions(lock)).toContain('06040')
  expect(likelyAdoptions({ kind: 'event', name: { 'zh-CN': '无人机扰民', en: 'Drone' } })).toEqual([])
})
