import { describe, expect, test } from 'vitest'
import { isUnder } from '#platform/ui/office/office-module.ts'
import { officeModules } from './modules.ts'
import { inGroups, type NamedPlace, placesCalled } from './places.ts'

const places = officeModules.flatMap(({ places: own, texts }) =>
  own.map((place): NamedPlace => {
    const names = [texts['zh-CN'][place.label] ?? '', texts.en[place.label] ?? '']
    return { ...place, words: names[0]!, names }
  }),
)
const pathsOf = (found: readonly NamedPlace[]) => found.map(place => place.path)

describe('places of the office', () => {
  test('each has a name in both languages, and no two of a group stand at the same spot', () => {
    expect(places.filter(({ names }) => names.includes(''))).toEqual([])
    for (const [group, own] of inGroups(places))
      expect(new Set(own.map(place => place.order)).size, group).toBe(own.length)
  })

  test('every page with a place belongs to one only', () => {
    for (const { path } of officeModules.flatMap(one => one.pages))
      expect(places.filter(place => isUnder(place, path)).length, path).toBeLessThan(2)
  })

  test('a point belongs to its campaign, a look-alike beginning to nothing', () => {
    const campaigns = places.find(place => place.path === '/campaigns')!
    expect(isUnder(campaigns, '/campaign-points/7')).toBe(true)
    expect(isUnder(campaigns, '/campaigns/7/survey')).toBe(true)
    expect(isUnder(campaigns, '/campaigns-old')).toBe(false)
  })

  test('groups without a place for this person are left out', () => {
    const own = places.filter(place => ['/inbox', '/board'].includes(place.path))
    expect(inGroups(own).map(([group]) => group)).toEqual(['first', 'oversight'])
  })

  test('a page is found by its name in either language, by all the words', () => {
    expect(pathsOf(placesCalled(places, '看板'))).toEqual(['/board'])
    expect(pathsOf(placesCalled(places, 'ORDERS super'))).toEqual(['/orders'])
    expect(placesCalled(places, '网格 看板')).toEqual([])
    expect(placesCalled(places, ' ')).toHaveLength(places.length)
  })
})
