import { provinceNames } from '../identifiers/provinces.ts'
import { digitsForNumerals } from './numerals.ts'
import { type AddressLevel, floorOfRoom, noAddress, type StandardAddress } from './standard-address.ts'

/** What a name was and what it is now: a renamed street, a compound that people call otherwise. */
export interface AddressAlias {
  readonly was: string
  readonly now: string
}

/** Something that a person should look at: the address was read, but not with certainty. */
export type AddressDoubt = 'number-without-mark' | 'two-parts' | 'floor-and-room-differ' | 'nothing-read'

export interface ReadAddress {
  readonly address: StandardAddress
  /** Pieces that could not be read, in their order. */
  readonly unread: readonly string[]
  readonly doubts: readonly AddressDoubt[]
  /** Old and other names that were replaced by the ones that hold. */
  readonly renamed: readonly AddressAlias[]
}

/** What is left to be read and what was read so far. */
interface Reading {
  rest: string
  readonly found: { -readonly [Level in AddressLevel]: string | null }
  readonly unread: string[]
  readonly doubts: Set<AddressDoubt>
}

/** Reads free text into a standard address: any width, 号楼/栋/幢/座, Chinese numerals, 3-2-501, levels left out. */
export function parseAddress(text: string, aliases: readonly AddressAlias[] = []): ReadAddress {
  const { text: current, renamed } = withNamesOfToday(normalised(text), aliases)
  const reading: Reading = { rest: current, found: { ...noAddress }, unread: [], doubts: new Set() }
  readDivision(reading)
  readStreet(reading)
  readCompound(reading)
  readInside(reading)
  if (reading.rest !== '') reading.unread.push(reading.rest)
  settleFloor(reading)
  if (Object.values(reading.found).every(part => part === null)) reading.doubts.add('nothing-read')
  return { address: reading.found, unread: reading.unread, doubts: [...reading.doubts], renamed }
}

function normalised(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[—–―－~〜]/gu, '-')
    .replace(/\([^()]*\)/gu, '')
    .replace(/[\s,;:、，。·/]+/gu, '')
  return digitsForNumerals(plain)
}

/** The longest old name first, each once: 老文化路 is not changed by an alias of 文化路. */
function withNamesOfToday(text: string, aliases: readonly AddressAlias[]) {
  const renamed: AddressAlias[] = []
  let current = text
  for (const alias of aliases.toSorted((a, b) => b.was.length - a.was.length)) {
    if (alias.was === '' || !current.includes(alias.was) || current.includes(alias.now)) continue
    current = current.replace(alias.was, alias.now)
    renamed.push(alias)
  }
  return { text: current, renamed }
}

/** Takes the beginning that matches, when there is one; the first group, else the whole, is the value. */
function take(reading: Reading, level: AddressLevel, pattern: RegExp): boolean {
  const found = pattern.exec(reading.rest)
  if (!found || reading.found[level] !== null) return false
  reading.found[level] = found[1] ?? found[0]
  reading.rest = reading.rest.slice(found[0].length)
  return true
}

const townships = /^(?:[^\d省市县区镇乡]{1,8}?街道|[^\d省市县区路街巷镇乡]{1,8}?(?:镇(?!江)|乡|苏木))/u
const counties = /^[^\d省市县路街道镇乡]{1,7}?(?:(?<![小社园片校院库景厂矿])区|县|旗|市)(?!场|政)/u
const communities = /^[^\d路街巷号]{1,12}?(?:社区|居委会|村(?=村委会|[^\d]{2,}|\d|$))/u

function readDivision(reading: Reading): void {
  readProvince(reading)
  take(reading, 'city', /^[^\d省县区路街道镇乡]{1,8}?(?:市(?!场|政|北|南|中)|自治州|地区|盟)/u)
  if (reading.found.city === null && reading.found.province?.endsWith('市')) reading.found.city = reading.found.province
  take(reading, 'county', counties)
  take(reading, 'town', townships)
  reading.rest = reading.rest.replace(/^办事处/u, '')
  take(reading, 'community', communities)
  reading.rest = reading.rest.replace(/^(?:居民委员会|居委会|村民委员会|村委会|委员会)/u, '')
}

function readProvince(reading: Reading): void {
  for (const name of provinceNames) {
    const short = name.replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区)$/u, '')
    const isCity = name.endsWith('市')
    const start = [name, ...(isCity ? [] : [`${short}省`, short])].find(start => reading.rest.startsWith(start))
    if (start === undefined) continue
    // 山东路 is a road.
    if (start === short && /^[路街大东西南北]/u.test(reading.rest.slice(start.length))) continue
    reading.found.province = name
    reading.rest = reading.rest.slice(start.length)
    if (isCity && reading.rest.startsWith(name)) reading.rest = reading.rest.slice(name.length)
    return
  }
}

const roads =
  /^[^\d号]{1,12}?(?:大道|大街|胡同|路|街(?!道)|巷|弄|道(?!口)|里(?=[甲乙丙丁附]?\d+号))(?:[东西南北中]段|[东西南北]?[\d一二三四五六七八九十]{1,2}[路巷条](?!\d*号楼))?/u

/** Road, lane in it, and the number on the door. */
function readStreet(reading: Reading): void {
  if (!take(reading, 'road', roads)) return
  const lane = /^(?:[^\d号]{1,6}?(?:巷|胡同|弄)|\d{1,4}(?:弄|巷))/u.exec(reading.rest)
  if (lane && !/[苑园区]/u.test(lane[0])) {
    reading.found.road += lane[0]
    reading.rest = reading.rest.slice(lane[0].length)
  }
  if (take(reading, 'number', /^([甲乙丙丁附]?\d+(?:[-之]\d+)?)号(?!楼)(?:院(?!落))?/u)) return
  if (take(reading, 'number', /^([甲乙丙丁附]?\d+(?:之\d+)?)$/u)) reading.doubts.add('number-without-mark')
}

const compounds =
  /^[^\d号栋幢]{1,14}?(?:[一二三四五六七八九东西南北]?(?:小区|社区|花园|家园|新村|公寓|宿舍|大院|大厦|广场|庄园|别墅|名城|新城|苑|庭|府|园|院|城|湾|邸|里|村|厦)(?:[东西南北]?[\dA-Z一二三四五六七八九十]{1,2}(?:区|期)|[东西南北]区|[东西南北]苑)?)(?!路|街|巷)/u

function readCompound(reading: Reading): void {
  if (take(reading, 'compound', compounds)) return
  // A name in front of the building that ends like no compound we know is still a name.
  const name = /^[^\d号栋幢#-]{2,14}?(?=\d+(?:号楼|栋|幢|座|#|-\d)|[A-Z](?:座|栋|楼))/u.exec(reading.rest)
  if (!name) return
  reading.rest = reading.rest.slice(name[0].length)
  if (reading.found.number === null && reading.found.road === null) reading.found.compound = name[0]
  else reading.unread.push(name[0])
}

function readInside(reading: Reading): void {
  if (readDashes(reading)) return
  take(
    reading,
    'building',
    /^([\dA-Z]{1,4}|[东西南北中])(?:号楼|栋楼?|幢|座|#楼?|号(?=\d+单元)|楼(?=[\dA-Z东西中]+单元|\d{3}))/u,
  )
  take(reading, 'entrance', /^([\dA-Z]{1,3}|[东西中])(?:单元|门(?!市)|梯|#)/u)
  take(reading, 'floor', /^(?:第)?(-?\d{1,2}|地下\d?)(?:层|楼|F)/u)
  if (take(reading, 'room', /^(\d{1,5}[A-Z]?|[东西中南北][东西南北]?户)(?:室|房间|房|户|号|门)?$/u)) return
  const found = /^(\d{1,5}[A-Z]?)(?:室|房间|房|户|号)/u.exec(reading.rest)
  if (!found) return
  reading.found.room = found[1] ?? null
  reading.rest = reading.rest.slice(found[0].length)
}

/** 3-2-501 is building, entrance, room; 3-2-5-501 has the floor too; 3-501 is building and room, which is less sure. */
function readDashes(reading: Reading): boolean {
  const found =
    /^([\dA-Z]{1,4})(?:号楼|栋|幢|座|#)?-(\d{1,5}[A-Z]?)(?:单元)?(?:-(\d{1,5}[A-Z]?))?(?:-(\d{2,5}[A-Z]?))?(?:室|户|号)?(?![-\dA-Z])/u.exec(
      reading.rest,
    )
  if (!found) return false
  const [whole, building = null, second = null, third, fourth] = found
  const rest = reading.rest.slice(whole.length)
  // Two numbers with words behind them may mean anything.
  if (third === undefined && rest !== '') return false
  reading.found.building = building
  if (third === undefined) {
    reading.found.room = second
    reading.doubts.add('two-parts')
  } else if (fourth === undefined) {
    reading.found.entrance = second
    reading.found.room = third
  } else {
    reading.found.entrance = second
    reading.found.floor = third
    reading.found.room = fourth
  }
  reading.rest = rest
  return true
}

/** The floor is what the room says; written otherwise, it stays as written and is told. */
function settleFloor(reading: Reading): void {
  const byRoom = floorOfRoom(reading.found.room)
  if (byRoom === null) return
  if (reading.found.floor === null) reading.found.floor = byRoom
  else if (reading.found.floor !== byRoom) reading.doubts.add('floor-and-room-differ')
}
