/** A standard address (标准地址): from the division down to the room. Numbers are digits, marks such as 号楼 are left out. */
export interface StandardAddress {
  readonly province: string | null
  readonly city: string | null
  readonly county: string | null
  readonly town: string | null
  readonly community: string | null
  /** Road, street or alley in the name that holds now. */
  readonly road: string | null
  /** 甲12 and 12-1 are kept as written. */
  readonly number: string | null
  readonly compound: string | null
  readonly building: string | null
  readonly entrance: string | null
  readonly floor: string | null
  readonly room: string | null
}

export const addressLevels = [
  'province',
  'city',
  'county',
  'town',
  'community',
  'road',
  'number',
  'compound',
  'building',
  'entrance',
  'floor',
  'room',
] as const satisfies readonly (keyof StandardAddress)[]
export type AddressLevel = (typeof addressLevels)[number]

export const noAddress: StandardAddress = {
  ...{ province: null, city: null, county: null, town: null, community: null, road: null, number: null },
  ...{ compound: null, building: null, entrance: null, floor: null, room: null },
}

/** The one way in which an address is written; reading it again gives the same address. */
export function writeAddress(address: StandardAddress): string {
  const { province, city, county, town, community, road, number, compound } = address
  const division = [province, city === province ? null : city, county, town, community].filter(Boolean).join('')
  const street = `${road ?? ''}${number === null ? '' : `${number}号`}`
  return `${division}${street}${compound ?? ''}${writeInside(address)}`
}

/** The part behind the door of the compound: building, entrance, room; the floor only where no room tells it. */
export function writeInside({ building, entrance, floor, room }: StandardAddress): string {
  const floorWritten = floor !== null && floor !== floorOfRoom(room) ? `${floor}层` : ''
  return [
    building === null ? '' : `${building}号楼`,
    entrance === null ? '' : `${entrance}单元`,
    floorWritten,
    room === null ? '' : `${room}室`,
  ].join('')
}

/** Equal for two ways of writing one home: without the divisions, which people leave out. */
export function addressKey({ road, number, compound, building, entrance, room }: StandardAddress): string {
  const place = road === null || number === null ? (compound ?? road ?? '') : `${road}${number}`
  return [place, building, entrance, room].map(part => part ?? '').join('|')
}

/** Rooms are numbered floor by floor with two digits behind: 501 is on 5, 1203 on 12 (local practice, nearly everywhere). */
export function floorOfRoom(room: string | null): string | null {
  const digits = /^(\d{1,2})\d{2}[A-Z]?$/.exec(room ?? '')?.[1]
  return digits === undefined || Number(digits) === 0 ? null : String(Number(digits))
}
