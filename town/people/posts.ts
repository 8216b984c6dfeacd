import type { Duty } from '#modules/grid/common/index.ts'
import type { Geography, GeographyGrid } from '../geography/geography.ts'
import { lowestLevel } from '../geography/tree.ts'
import { between, type Random } from '../random.ts'
import { type StreetPlan, streetsOf, type UnitPlan } from './units.ts'

export interface PostPlan {
  readonly key: string
  readonly title: string
  readonly unit: string
  readonly role: string
  readonly gridPath: string | null
  /** What it does on its grid. Null for posts that are on no grid's card. */
  readonly duty: Duty | null
  /** Some seats are empty, as in every real street; the screens must show it. */
  readonly vacant: boolean
}

/** The street has this many cleaners (mission A7), spread over the small grids by the area they sweep. */
export const cleanerCount = 154

export function postPlans(geography: Geography, units: readonly UnitPlan[], random: Random): PostPlan[] {
  const unitOf = unitFinder(geography, units)
  const inhabited = new Set(geography.buildings.flatMap(({ gridPath, households }) => (households > 0 ? gridPath : [])))
  return [
    ...centrePosts(geography),
    ...streetsOf(geography).slice(1).flatMap(furtherCentrePosts),
    ...units.filter(unit => unit.handlers > 0).flatMap(handlerPosts),
    ...geography.grids.flatMap(grid =>
      gridPosts(grid, rankOf(geography, grid), inhabited.has(grid.path), unitOf(grid), random),
    ),
    ...cleanerPosts(geography),
  ]
}

/** 1 large, 2 middle, 3 small, 4 alley grid, counted from the lowest level; a city's top is above all of them. */
function rankOf(geography: Geography, { level }: GeographyGrid): number {
  return level - lowestLevel(geography) + 4
}

function post(key: string, title: string, unit: string, role: string, gridPath: string | null): PostPlan {
  return { key, title, unit, role, gridPath, duty: null, vacant: false }
}

/** The posts of the two centres, the hall, and the three administrators. */
function centrePosts(geography: Geography): PostPlan[] {
  const top = geography.grids[0]!.path
  const several = (count: number, key: string, title: string, role: string) =>
    Array.from({ length: count }, (_, i) => post(`${key} ${i + 1}`, `${title}${i + 1}`, 'centre', role, top))
  return [
    ...several(3, 'acceptor', '受理员', 'acceptor'),
    ...several(2, 'duty-chief', '值班长', 'duty-chief'),
    ...several(2, 'dispatcher', '派遣员', 'dispatcher'),
    post('street-centre', '街道指挥中心主任', 'centre', 'street-centre', top),
    post('district-hub', '区指挥中枢值守', 'hub', 'district-hub', top),
    post('supervisor', '督查专员', 'hub', 'supervisor', top),
    post('assessor', '考核专员', 'hub', 'assessor', top),
    post('personnel', '人事专员', 'hub', 'personnel-officer', top),
    post('window-clerk', '综合窗口', 'hall', 'window-clerk', top),
    post('civil-affairs', '民政干事', 'civil', 'civil-affairs-officer', top),
    post('system-admin', '系统管理员', 'hub', 'system-administrator', null),
    post('security-admin', '安全管理员', 'hub', 'security-administrator', null),
    post('audit-admin', '审计管理员', 'hub', 'audit-administrator', null),
  ]
}

/** The first street's centre has the personas in it; the centres of a city's other streets have a desk of three. */
function furtherCentrePosts({ path, suffix }: StreetPlan): PostPlan[] {
  const unit = `centre${suffix}`
  return [
    post(`acceptor ${path}`, '受理员', unit, 'acceptor', path),
    post(`duty-chief ${path}`, '值班长', unit, 'duty-chief', path),
    post(`dispatcher ${path}`, '派遣员', unit, 'dispatcher', path),
  ]
}

export function handlerPosts(unit: UnitPlan): PostPlan[] {
  return Array.from({ length: unit.handlers }, (_, i) =>
    post(`handler ${unit.key} ${i + 1}`, `处置员${i + 1}`, unit.key, 'department-handler', null),
  )
}

const levelWord = ['', '大网格', '中网格', '小网格'] as const

function gridPosts(grid: GeographyGrid, rank: number, isInhabited: boolean, unit: string, random: Random): PostPlan[] {
  if (rank < 1) return []
  const onGrid = (duty: Duty, title: string, role: string, vacantShare: number): PostPlan => ({
    ...post(`${duty} ${grid.path}`, title, unit, role, grid.path),
    duty,
    vacant: random() < vacantShare,
  })
  if (rank === 4) {
    const worker = onGrid('worker', `${grid.name}网格员`, 'grid-worker', 0.06)
    return isInhabited ? [worker, onGrid('building-head', `${grid.name}楼门院长`, 'building-head', 0.12)] : [worker]
  }
  const level = rank as 1 | 2 | 3
  const leads = [
    onGrid('lead', `${grid.name}${levelWord[level]}长`, 'grid-lead', level === 3 ? 0.06 : 0),
    onGrid(
      `road-chief-${level}`,
      `${grid.name}${['', '一', '二', '三'][level]}级路长`,
      'road-chief',
      level === 3 ? 0.09 : 0,
    ),
  ]
  return level === 3 ? [...leads, onGrid('deputy', `${grid.name}专员`, 'committee-member', 0)] : leads
}

/** Small grids and what is below them belong to their community's committee; schools and all above, to their street. */
function unitFinder(geography: Geography, units: readonly UnitPlan[]): (grid: GeographyGrid) => string {
  const keys = new Set(units.map(unit => unit.key))
  const streets = streetsOf(geography)
  const suffixes = new Map(streets.map(street => [street.path, street.suffix]))
  const streetDepth = streets[0]!.path.split('.').length
  const communityDepth = lowestLevel(geography) - 1
  return ({ path }) => {
    const steps = path.split('.')
    const committee = `community ${steps.slice(0, communityDepth).join('.')}`
    return keys.has(committee) ? committee : `street${suffixes.get(steps.slice(0, streetDepth).join('.')) ?? ''}`
  }
}

/** Each small grid gets cleaners by the square metres swept in it, and the sum is exactly what the street has. */
function cleanerPosts(geography: Geography): PostPlan[] {
  const area = new Map<string, number>()
  for (const section of geography.sections) {
    area.set(section.gridPath, (area.get(section.gridPath) ?? 0) + section.areaSquareMetres)
  }
  const total = [...area.values()].reduce((sum, metres) => sum + metres, 0)
  if (area.size === 0) return []
  const wanted = geography.size === 'small' ? 6 : cleanerCount
  const shares = [...area].map(([path, metres]) => ({ path, exact: (metres / total) * wanted }))
  const counts = new Map(shares.map(({ path, exact }) => [path, Math.floor(exact)]))
  const missing = wanted - [...counts.values()].reduce((sum, count) => sum + count, 0)
  const byRemainder = shares.toSorted((a, b) => (b.exact % 1) - (a.exact % 1) || (a.path < b.path ? -1 : 1))
  for (const { path } of byRemainder.slice(0, missing)) counts.set(path, counts.get(path)! + 1)
  return [...counts].flatMap(([path, count]) =>
    Array.from({ length: count }, (_, i) => ({
      ...post(`cleaner ${path} ${i + 1}`, `保洁员${i + 1}`, 'sanitation', 'cleaner', path),
      duty: 'cleaner' as const,
    })),
  )
}

/** How many residents of the demo have an account of their own. */
export function residentCount(random: Random): number {
  return between(random, 30, 40)
}
