import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressKey, BuildingBook, noAddress, parseAddress, type StandardAddress, writeAddress } from './index.ts'
import { numeralValue } from './numerals.ts'

const read = (text: string) => parseAddress(text)
const part = (found: Partial<StandardAddress>): StandardAddress => ({ ...noAddress, ...found })

describe('free text', () => {
  it.each<[string, Partial<StandardAddress>]>([
    [
      '山东省济南市长清区崮云湖街道文化社区文化路12号幸福小区3号楼2单元501室',
      {
        ...{ province: '山东省', city: '济南市', county: '长清区', town: '崮云湖街道', community: '文化社区' },
        ...{
          road: '文化路',
          number: '12',
          compound: '幸福小区',
          building: '3',
          entrance: '2',
          floor: '5',
          room: '501',
        },
      },
    ],
    ['康乐路8号2-1-301', { road: '康乐路', number: '8', building: '2', entrance: '1', floor: '3', room: '301' }],
    ['文化路12号3-2-501', { road: '文化路', number: '12', building: '3', entrance: '2', floor: '5', room: '501' }],
    [
      '文化路１２号３号楼２单元５０１',
      { road: '文化路', number: '12', building: '3', entrance: '2', floor: '5', room: '501' },
    ],
    [
      '文化路十二号三号楼二单元五〇一室',
      { road: '文化路', number: '12', building: '3', entrance: '2', floor: '5', room: '501' },
    ],
    ['幸福小区3栋501', { compound: '幸福小区', building: '3', floor: '5', room: '501' }],
    ['幸福小区3幢2单元', { compound: '幸福小区', building: '3', entrance: '2' }],
    ['阳光花园A座1203', { compound: '阳光花园', building: 'A', floor: '12', room: '1203' }],
    ['文化路12号3单元501室', { road: '文化路', number: '12', entrance: '3', floor: '5', room: '501' }],
    ['五一路8号', { road: '五一路', number: '8' }],
    ['建设路甲12号', { road: '建设路', number: '甲12' }],
    ['人民大街12号院4号楼3门12号', { road: '人民大街', number: '12', building: '4', entrance: '3', room: '12' }],
    ['东风路123弄5号', { road: '东风路123弄', number: '5' }],
    ['解放街柳树巷7号', { road: '解放街柳树巷', number: '7' }],
    ['崮云湖街道文化社区', { town: '崮云湖街道', community: '文化社区' }],
    [
      '北京市西城区新街口街道西四北大街12号',
      { province: '北京市', city: '北京市', county: '西城区', town: '新街口街道', road: '西四北大街', number: '12' },
    ],
    ['青龙镇李家村12号', { town: '青龙镇', community: '李家村', number: null, room: '12' }],
    [
      '济南市长清区大学路2166号东户',
      { city: '济南市', county: '长清区', road: '大学路', number: '2166', room: '东户' },
    ],
    ['幸福小区3#2#501', { compound: '幸福小区', building: '3', entrance: '2', floor: '5', room: '501' }],
    ['幸福小区3号楼2单元5层', { compound: '幸福小区', building: '3', entrance: '2', floor: '5' }],
  ])('reads %s', (text, found) => {
    expect(read(text)).toMatchObject({ address: part(found), unread: [] })
  })

  it('marks what it cannot read and still reads the rest', () => {
    expect(read('文化路12号老供销社旁边')).toMatchObject({
      address: part({ road: '文化路', number: '12' }),
      unread: ['老供销社旁边'],
    })
    expect(read('不详')).toMatchObject({ address: noAddress, unread: ['不详'], doubts: ['nothing-read'] })
  })

  it('says where it is not sure', () => {
    expect(read('幸福小区3-501').doubts).toEqual(['two-parts'])
    expect(read('文化路12').doubts).toEqual(['number-without-mark'])
    expect(read('幸福小区3号楼2单元6层501室').doubts).toEqual(['floor-and-room-differ'])
  })

  it('puts the name of today for an old one, and says so', () => {
    const aliases = [{ was: '老文化街', now: '文化路' }]
    const found = parseAddress('老文化街12号3-2-501', aliases)
    expect(found.address).toEqual(read('文化路12号3-2-501').address)
    expect(found.renamed).toEqual(aliases)
    expect(parseAddress('文化路12号', aliases).renamed).toEqual([])
  })
})

it.each([
  ['十', '10'],
  ['十二', '12'],
  ['二十', '20'],
  ['二十三', '23'],
  ['一百零二', '102'],
  ['五〇一', '501'],
  ['一一', '11'],
])('reads the numeral %s', (written, value) => {
  expect(numeralValue(written)).toBe(value)
})

const room = fc.record({ floor: fc.integer({ min: 1, max: 32 }), door: fc.integer({ min: 1, max: 8 }) })
const addresses = fc.record({
  ...{
    road: fc.constantFrom('文化路', '建设路', '解放街', '人民大道', '柳树巷'),
    number: fc.integer({ min: 1, max: 999 }),
  },
  ...{ compound: fc.option(fc.constantFrom('幸福小区', '阳光花园', '锦绣苑'), { nil: null }) },
  ...{ building: fc.integer({ min: 1, max: 40 }), entrance: fc.integer({ min: 1, max: 6 }), room },
})

it('is the same home however it is written', () => {
  fc.assert(
    fc.property(addresses, fc.nat(4), ({ road, number, compound, building, entrance, room: { floor, door } }, way) => {
      const at = `${floor}${String(door).padStart(2, '0')}`
      const front = `${road}${number}号${compound ?? ''}`
      const written = [
        `${front}${building}号楼${entrance}单元${at}室`,
        `${front}${building}栋${entrance}单元${floor}层${at}`,
        `${front}${building}-${entrance}-${at}`,
        `${front} ${building}幢 ${entrance}门 ${at}号`,
        `${front}${building}座${entrance}单元${at}户`,
      ]
      const standard = read(written[0] ?? '')
      const other = read(written[way] ?? '')
      expect(other.address).toEqual(standard.address)
      expect(other.unread).toEqual([])
      expect(addressKey(other.address)).toBe(addressKey(standard.address))
    }),
  )
})

it('reads again what it has written', () => {
  fc.assert(
    fc.property(addresses, ({ road, number, compound, building, entrance, room: { floor, door } }) => {
      const address = part({
        ...{ province: '山东省', city: '济南市', county: '长清区', town: '崮云湖街道', community: '文化社区', road },
        ...{ number: String(number), compound, building: String(building), entrance: String(entrance) },
        ...{ floor: String(floor), room: `${floor}${String(door).padStart(2, '0')}` },
      })
      expect(read(writeAddress(address)).address).toEqual(address)
    }),
  )
})

it('never loses a character: what is not read is unread', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'文化路号楼单元室小区12三-院村A东'), maxLength: 20 }), text => {
      const { address, unread } = read(text)
      const kept = [...Object.values(address).filter(value => value !== null), ...unread].join('')
      for (const digit of text.match(/[1A]/gu) ?? []) expect(kept).toContain(digit)
    }),
  )
})

describe('matching to buildings', () => {
  const book = new BuildingBook([
    { id: 'a', road: '文化路', number: '12', compound: '幸福小区', building: '3', yard: null },
    { id: 'b', road: '文化路', number: '12', compound: '幸福小区', building: '4', yard: null },
    { id: 'c', road: '建设路', number: '7', compound: null, building: null, yard: null },
    { id: 'd', road: '柳树巷', number: '2', compound: null, building: '1', yard: { road: '柳树巷', number: '2' } },
    { id: 'e', road: '柳树巷', number: '4', compound: null, building: '2', yard: { road: '柳树巷', number: '2' } },
  ])
  const matched = (text: string) => book.match(read(text).address)

  it('finds the one building by door and number', () => {
    expect(matched('文化路12号3号楼501')).toEqual([{ id: 'a', score: 1, reasons: ['road-and-number', 'building'] }])
    expect(matched('幸福小区4-2-501')).toEqual([{ id: 'b', score: 1, reasons: ['compound', 'building'] }])
    expect(matched('建设路7号')).toMatchObject([{ id: 'c', score: 1 }])
    expect(matched('柳树巷2号院2号楼')).toEqual([{ id: 'e', score: 1, reasons: ['yard', 'building'] }])
    expect(matched('柳树巷4号')).toMatchObject([{ id: 'e', score: 0.7 }])
    expect(matched('柳树巷2号').map(({ id }) => id)).toEqual(['d', 'e'])
  })

  it('names all where the building is not said, none where nothing fits', () => {
    expect(matched('文化路12号').map(({ id, score }) => [id, score])).toEqual([
      ['a', 0.7],
      ['b', 0.7],
    ])
    expect(matched('文化路13号')).toEqual([])
    expect(matched('幸福小区9号楼')).toEqual([])
  })
})

it('words behind 2-1-301 are what could not be read; behind two numbers alone nothing is guessed', () => {
  const found = parseAddress('康乐路 8 号 2-1-301 王大爷家隔壁')
  expect([found.address.building, found.address.room, found.unread]).toEqual(['2', '301', ['王大爷家隔壁']])
  const few = parseAddress('康乐路8号2-301旁边')
  expect([few.address.building, few.unread]).toEqual([null, ['2-301旁边']])
})
