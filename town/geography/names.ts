import type { PlacedGrid } from './assemble-grids.ts'

const villages =
  '柳林 桃园 杏花 荷塘 枫林 麦田 石桥 清泉 东岗 南湾 西坡 北洼 双桥 龙泉 白杨 槐树 竹园 大王 小李 赵家 陈庄 孙庄'.split(
    ' ',
  )
const schools = ['育才中学', '望湖实验学校', '明德职业学院', '求是小学']
const sides = ['西北', '东北', '西南', '东南']

export interface NamingFacts {
  /** The longest streets of a cell, longest first; names of communities are taken from them. */
  streetsOf(level: number, cell: number): readonly string[]
}

/** Names as a street of this kind would give them, none twice among its small grids. */
export function demoNames({ streetsOf }: NamingFacts): (grid: PlacedGrid) => string {
  // Danfeng South is the place of the mission's example (A5), so it is there whatever the streets are called.
  const taken = new Set(['丹凤南'])
  let isDanfengGiven = false
  const take = (candidates: readonly string[]) => {
    const free = candidates.find(candidate => !taken.has(candidate)) ?? `${candidates[0] ?? '云溪'}${taken.size}`
    taken.add(free)
    return free
  }
  return ({ kind, level, cell, ordinal, parent }) => {
    switch (kind) {
      case 'street':
        return '云溪街道'
      case 'management-area':
        return `${sides[ordinal - 1] ?? `第${ordinal}`}管理区`
      case 'village':
        return `${take(villages)}村`
      case 'school':
        return take(schools)
      case 'community': {
        if (!isDanfengGiven && parent?.path === '1.1') {
          isDanfengGiven = true
          return '丹凤南社区'
        }
        return `${take([...streetsOf(level, cell).map(stemOf), ...villages])}社区`
      }
      default: {
        const street = streetsOf(level, cell)[0]
        return `${parent?.name ?? ''}${ordinal}号网格${street ? `（${street}）` : ''}`
      }
    }
  }
}

function stemOf(street: string): string {
  return street.replace(/(大道|路|街|[一二三四五六七八九十]?(巷|里))$/, '')
}
