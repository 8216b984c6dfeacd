import { groupBy } from '#platform/kernel/common/group-by.ts'

/** One street as the open data names it, with what decides how grand a name it gets. */
export interface NamedStreet {
  readonly name: string
  /** 0 motorway … 5 living street; see `roads.ts`. */
  readonly rank: number
  readonly lengthMetres: number
  readonly runsEastWest: boolean
}

const stems = (
  '文化 建设 人民 东风 解放 花园 学院 滨河 和平 中山 胜利 友谊 光明 新华 青年 劳动 红旗 长江 黄河 泰山 华山 长安 朝阳 迎宾 ' +
  '创新 科技 振兴 丰收 团结 幸福 锦绣 翠竹 梧桐 银杏 桂花 紫荆 康乐 平安 富强 民主 文明 和谐 健康 春晖 秋实 云溪 临江 望湖 ' +
  '观澜 听涛 松涛 柳林 桃园 杏花 梅园 兰亭 竹苑 菊香 凤凰 龙泉 金桥 银河 天山 昆仑 嵩山 衡山 庐山 珠江 淮河 汉水 洛水 颍河 ' +
  '丹霞 彩虹 晨光 星火 前进 跃进 育才 求是 致远 明德 崇文 尚武 广场 公园 体育 商城 纺织 机场 车站 水厂 果园 麦田 荷塘 枫林'
).split(' ')

const directions = ['', '东', '西', '南', '北', '中']
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

// Words that say "street", "avenue" … in the source, and may stand before or after the name proper.
const kindWords = new Set(
  'улица ул ул. проспект пр-т переулок пер. проезд шоссе тупик бульвар көшесі даңғылы тұйық көше микрорайон'.split(' '),
)

/** The same street is written "улица X" here and "X улица" there. */
export function streetKey(name: string): string {
  const words = name.toLowerCase().split(/[\s,]+/)
  const proper = words.filter(word => word !== '' && !kindWords.has(word))
  return (proper.length > 0 ? proper : words).sort().join(' ')
}

/** A made-up Chinese name for each street: the grand ones get the plain names, lanes get numbered ones. */
export function nameStreets(streets: readonly NamedStreet[]): Map<string, string> {
  const byKey = groupBy(streets, street => streetKey(street.name))
  const inOrder = [...byKey].map(([key, parts]) => ({
    key,
    rank: Math.min(...parts.map(part => part.rank)),
    metres: parts.reduce((sum, part) => sum + part.lengthMetres, 0),
    eastWest: parts.reduce((sum, part) => sum + (part.runsEastWest ? part.lengthMetres : -part.lengthMetres), 0) > 0,
  }))
  inOrder.sort((a, b) => a.rank - b.rank || b.metres - a.metres || (a.key < b.key ? -1 : 1))
  return new Map(inOrder.map((street, i) => [street.key, chineseName(i, street.rank, street.eastWest)]))
}

/** Each stem is used once per round, and a round's ending is its own, so no two streets share a name. */
function chineseName(i: number, rank: number, eastWest: boolean): string {
  const stem = stems[i % stems.length] ?? ''
  const round = Math.floor(i / stems.length)
  if (round < directions.length) return stem + (directions[round] ?? '') + (rank <= 1 ? '大道' : eastWest ? '路' : '街')
  const lane = round - directions.length
  return stem + (numerals[lane % numerals.length] ?? '') + (lane < numerals.length ? '巷' : '里')
}
