import { describe, expect, it } from 'vitest'
import { responsibleNow } from './responsible.ts'

const led = (path: string, ...holders: (string | null)[]) => ({
  path,
  name: `网格${path}`,
  leads: holders.map(holder => ({ title: '网格长', holder })),
})

describe('who answers for a grid now', () => {
  it('its own lead', () => {
    expect(responsibleNow([led('1.2', '李梅'), led('1', '王强')])).toEqual({
      by: { path: '1.2', gridName: '网格1.2', title: '网格长', holder: '李梅' },
      passed: [],
    })
  })

  it('climbs over vacant posts and over grids without a lead post, and says which', () => {
    const { by, passed } = responsibleNow([led('1.2.3', null), led('1.2'), led('1', '王强')])
    expect(by?.holder).toBe('王强')
    expect(passed.map(({ path, why }) => [path, why])).toEqual([
      ['1.2.3', 'vacant'],
      ['1.2', 'no-lead-post'],
    ])
  })

  it('takes the second lead post when the first is vacant', () => {
    expect(responsibleNow([led('1', null, '周敏')])).toMatchObject({ by: { holder: '周敏' }, passed: [] })
  })

  it('nobody up to the top is said, not hidden', () => {
    const { by, passed } = responsibleNow([led('1.1', null), led('1', null)])
    expect(by).toBeNull()
    expect(passed).toHaveLength(2)
  })
})
