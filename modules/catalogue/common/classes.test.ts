import { expect, test } from 'vitest'
import { nationalClasses } from './class-book.ts'
import { currentCodeFor, findClass, majors } from './classes.ts'

const classes = (kind: string) => majors.filter(major => major.kind === kind).flatMap(major => major.classes)

test('it holds 153 components and 97 events, 250 matters in all, each with both names', () => {
  expect(classes('component')).toHaveLength(153)
  expect(classes('event')).toHaveLength(97)
  for (const one of [...classes('component'), ...classes('event')]) {
    expect(one.code).toMatch(/^\d{5}$/)
    expect(one.name['zh-CN']).not.toBe('')
    expect(one.name.en).toMatch(/^[A-Z]/)
    expect(one.fault === null).toBe(one.kind === 'event')
  }
})

test('codes and names are unique within a kind, in both languages', () => {
  for (const kind of ['component', 'event']) {
    const all = classes(kind)
    expect(new Set(all.map(one => one.code)).size).toBe(all.length)
    expect(new Set(all.map(one => one.name['zh-CN'])).size).toBe(all.length)
    expect(new Set(all.map(one => one.name.en)).size).toBe(all.length)
  }
})

test('a case about a component is called by its fault; one name the standard writes otherwise', () => {
  expect(nationalClasses.label('component', '01001')).toEqual({
    'zh-CN': '供水井盖异常',
    en: 'Water supply manhole cover: fault',
  })
  expect(nationalClasses.label('component', '01066')?.['zh-CN']).toBe('紧急报警点异常SOS')
  expect(nationalClasses.label('event', '06010')?.['zh-CN']).toBe('暴露垃圾')
})

test('numbers that the standard left out are no classes', () => {
  for (const code of ['01016', '05001', '05004', '05007']) expect(findClass('component', code)).toBeNull()
  for (const code of ['06031', '07005', '09007']) expect(findClass('event', code)).toBeNull()
})

test('old codes lead to the new ones: kept, moved up, moved elsewhere, dropped', () => {
  expect(currentCodeFor('component', '0101')).toBe('01001')
  expect(currentCodeFor('event', '0110')).toBe('06010')
  expect(currentCodeFor('event', '0410')).toBe('09010')
  expect(currentCodeFor('component', '0506')).toBe('01069')
  expect(currentCodeFor('event', '0602')).toBe('09013')
  for (const old of ['0131', '0205', '0501', '0604']) expect(currentCodeFor('event', old)).toBeNull()
  expect(currentCodeFor('component', '0504')).toBeNull()
  expect(currentCodeFor('event', '9999')).toBeNull()
  expect(findClass('event', '09013')?.oldCodes).toContain('0602')
})
