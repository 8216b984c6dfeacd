import { facilityClasses } from './facility-classes.ts'
import type { Geography } from '../geography/geography.ts'
import type { PeoplePlan } from '../people/people.ts'
import type { PlacesPlan } from '../places/plan-places.ts'
import { between, pick } from '../random.ts'
import { isFilled } from './homes.ts'
import { creditCode, mobileNumber, noCounty } from './numbers.ts'
import type { LibraryPen } from './plan-library.ts'
import { makeName } from '../people/names.ts'

const trades = [
  ['便利店', 'F'],
  ['面馆', 'H'],
  ['小吃店', 'H'],
  ['药店', 'F'],
  ['理发店', 'O'],
  ['修车铺', 'O'],
  ['水果店', 'F'],
  ['洗衣店', 'O'],
  ['文具店', 'F'],
] as const
const words = ['宏运', '佳和', '兴旺', '清香', '福满', '新民', '如意', '东方', '百顺', '三合'] as const

/** Shops along the streets, places, lifts, and the facilities of the filled grids. */
export function writeStreetLife(pen: LibraryPen, geography: Geography, places: PlacesPlan, people: PeoplePlan): void {
  writeShops(pen, geography, places)
  writePlaces(pen, geography)
  writeLifts(pen, geography, places)
  writeFacilities(pen, geography, people)
}

function writeShops(pen: LibraryPen, geography: Geography, { buildings }: PlacesPlan): void {
  const names = new Set<string>()
  const houses = buildings.filter(({ gridPath, use }) => isFilled(geography, gridPath) && use !== 'garage')
  const wanted = geography.size === 'small' ? 6 : 160
  const step = Math.max(1, Math.floor(houses.length / wanted))
  for (const building of houses.filter((_, i) => i % step === 0).slice(0, wanted)) {
    const [trade, industry] = pick(pen.random, trades)
    const isFirm = pen.random() < 0.2
    const name = `${pick(pen.random, words)}${trade}`
    const shop = pen.add(
      'organisation',
      building.gridPath,
      {
        ...{ name: `${building.street}${name}`, sign: name, industry, isShop: true, address: building.address },
        ...{ kind: isFirm ? 'enterprise' : 'individual', uscc: creditCode(pen.random, isFirm ? '91' : '92') },
        ...{
          responsible: makeName(pen.random, names),
          phone: mobileNumber(pen.random),
          staff: between(pen.random, 1, 9),
        },
        ...{ openedOn: pen.day(between(pen.random, 60, 3000)), dangerousGoods: false },
        danger: pen.random() < 0.1 ? pick(pen.random, ['gas', 'wiring', 'escape']) : 'none',
      },
      building.point,
    )
    // Some of the people of the town work there.
    const worker = pen.things.find(thing => thing.kind === 'person' && thing.gridPath === building.gridPath)
    if (worker && pen.random() < 0.3) pen.join('works-at', worker.thingId, shop, pen.day(between(pen.random, 30, 900)))
  }
}

const placeKinds: Readonly<Record<string, string>> = {
  school: 'school',
  kindergarten: 'school',
  hospital: 'hospital',
  clinic: 'hospital',
  marketplace: 'market',
  supermarket: 'market',
  hotel: 'lodging',
  restaurant: 'catering',
  cafe: 'catering',
  parking: 'parking',
}

function writePlaces(pen: LibraryPen, geography: Geography): void {
  for (const landmark of geography.landmarks) {
    const kind = placeKinds[landmark.kind]
    if (!kind || !isFilled(geography, landmark.gridPath)) continue
    pen.add(
      'place',
      landmark.gridPath,
      { name: landmark.name, kind, capacity: between(pen.random, 2, 60) * 10 },
      landmark.place,
    )
  }
}

function writeLifts(pen: LibraryPen, geography: Geography, { buildings, entrances }: PlacesPlan): void {
  const tall = new Map(
    buildings
      .filter(({ gridPath, floors }) => floors >= 7 && isFilled(geography, gridPath))
      .map(building => [building.id, building]),
  )
  for (const { buildingId, name } of entrances) {
    const building = tall.get(buildingId)
    if (!building) continue
    pen.add(
      'equipment',
      building.gridPath,
      {
        ...{ name: `${building.address}${name}电梯`, kind: 'lift', address: `${building.address}${name}` },
        registration: `梯11${geography.districtCode}${String(between(pen.random, 0, 99_999)).padStart(5, '0')}`,
        ...{
          user: '新民物业服务公司',
          keeper: '安顺电梯维保公司',
          inspectUntil: pen.day(-between(pen.random, -20, 340)),
        },
      },
      building.point,
    )
  }
}

function writeFacilities(pen: LibraryPen, geography: Geography, { units }: PeoplePlan): void {
  const keeperName = new Map(units.map(unit => [unit.key, unit.name]))
  const codes = new Map(units.map(unit => [unit.key, creditCode(pen.random, '12')]))
  const serials = new Map<string, number>()
  const along = geography.segments.filter(segment => isFilled(geography, segment.gridPath))
  for (const { street, from, to, gridPath } of along.slice(0, geography.size === 'small' ? 15 : 600)) {
    for (const { code, name, unit } of [pick(pen.random, facilityClasses), pick(pen.random, facilityClasses)]) {
      const serial = (serials.get(code) ?? 0) + 1
      serials.set(code, serial)
      const part = pen.random()
      const point = { lon: from.lon + (to.lon - from.lon) * part, lat: from.lat + (to.lat - from.lat) * part }
      pen.add(
        'facility',
        gridPath,
        {
          ...{ code: `${noCounty}${code}${String(serial).padStart(6, '0')}`, name, address: street },
          state: pen.random() < 0.95 ? 'intact' : pick(pen.random, ['damaged', 'lost', 'abandoned']),
          ...{ authority: '城市管理局', authorityCode: codes.get(unit) ?? null },
          ...{ keeper: keeperName.get(unit) ?? null, keeperCode: codes.get(unit) ?? null },
          ...{ owner: keeperName.get(unit) ?? null, ownerCode: codes.get(unit) ?? null },
          ...{ since: pen.day(between(pen.random, 300, 3000)), origin: 'measured' },
        },
        point,
      )
    }
  }
}
