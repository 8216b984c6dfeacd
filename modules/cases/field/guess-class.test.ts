import { describe, expect, test } from 'vitest'
import { guessClasses } from './guess-class.ts'

const one = (code: string, name: string) => ({
  code,
  name: { 'zh-CN': name, en: name },
  fault: null,
  oldCodes: [],
})
const majors = [
  {
    kind: 'event' as const,
    code: '06',
    name: { 'zh-CN': '市容环境', en: 'x' },
    classes: [one('06010', '暴露垃圾'), one('06036', '乱堆杂物'), one('06013', '道路破损')],
  },
  { kind: 'component' as const, code: '01', name: { 'zh-CN': '公用', en: 'x' }, classes: [one('01037', '路灯')] },
]
const mine = (title: string, classKind: 'event' | 'component', classCode: string) =>
  ({ title, classKind, classCode }) as never

describe('what a report probably is', () => {
  test('by the words of the catalogue alone, for somebody new', () => {
    expect(guessClasses('3 号楼门口垃圾没清', [], { majors }).map(({ classKey }) => classKey)[0]).toBe('event 06010')
    expect(guessClasses('路灯不亮', [], { majors })[0]?.name['zh-CN']).toBe('路灯')
  })

  test('by what one reported under other words before', () => {
    const own = [mine('楼道里自行车堵着', 'event', '06036'), mine('楼道里堆着纸箱', 'event', '06036')]
    expect(guessClasses('楼道里又堵了', own, { majors })[0]?.classKey).toBe('event 06036')
  })

  test('without words what one mostly reports; with words that nobody knows nothing at all', () => {
    const own = [mine('a', 'event', '06013'), mine('b', 'event', '06010'), mine('c', 'event', '06010')]
    expect(guessClasses('', own, { majors }).map(({ classKey }) => classKey)).toEqual(['event 06010', 'event 06013'])
    expect(guessClasses('xyz', own, { majors })).toEqual([])
    expect(guessClasses('', [], { majors })).toEqual([])
  })

  test('a class that the catalogue no longer has is not proposed', () => {
    expect(guessClasses('', [mine('a', 'event', '99999')], { majors })).toEqual([])
  })
})
