import type { Geography } from '../geography/geography.ts'
import { lowestLevel } from '../geography/tree.ts'

/** A unit of the made-up place. `handles` says which classes of the catalogue it is usually sent, by their first digits. */
export interface UnitPlan {
  readonly key: string
  /** Of the street that it works for; null for the district's own. */
  readonly street: string | null
  readonly parent: string | null
  readonly name: string
  readonly kind: 'district' | 'street' | 'centre' | 'department' | 'company' | 'community'
  readonly handlers: number
  readonly handles: readonly string[]
}

type OneUnit = Omit<UnitPlan, 'street'>

const department = (key: string, name: string, handlers: number, handles: readonly string[]): OneUnit => ({
  key,
  parent: 'street',
  name,
  kind: 'department',
  handlers,
  handles,
})

const company = (key: string, name: string, handlers: number, handles: readonly string[]): OneUnit => ({
  ...department(key, name, handlers, handles),
  kind: 'company',
})

/** A street with its communities. The keys of its units end in the suffix: none for the first, whose units have personas. */
export interface StreetPlan {
  readonly path: string
  readonly name: string
  readonly suffix: string
  readonly communities: readonly { readonly path: string; readonly name: string }[]
}

/** The streets of the place: one in small and demo, where it is the top grid; two hundred in a city. */
export function streetsOf(geography: Geography): StreetPlan[] {
  const communityLevel = lowestLevel(geography) - 1
  const streetDepth = geography.size === 'city' ? communityLevel - 1 : 1
  const streetPath = (path: string) => path.split('.').slice(0, streetDepth).join('.')
  const communities = Map.groupBy(
    geography.grids.filter(grid => grid.level === communityLevel && grid.kind !== 'school'),
    grid => streetPath(grid.path),
  )
  return geography.grids
    .filter(grid => grid.level === streetDepth)
    .map(({ path, name }, i) => ({
      path,
      name,
      suffix: i === 0 ? '' : ` ${path}`,
      communities: communities.get(path) ?? [],
    }))
}

/** Every unit of the place: the district's own, and those of each street. */
export function unitPlans(districtName: string, streets: readonly StreetPlan[]): UnitPlan[] {
  const own: OneUnit[] = [
    { key: 'district', parent: null, name: `${districtName}人民政府`, kind: 'district', handlers: 0, handles: [] },
    {
      key: 'hub',
      parent: 'district',
      name: `${districtName}城市运行管理中心`,
      kind: 'centre',
      handlers: 0,
      handles: [],
    },
  ]
  return [...own.map(unit => ({ ...unit, street: null })), ...streets.flatMap(unitsOfStreet)]
}

function unitsOfStreet(street: StreetPlan): UnitPlan[] {
  return streetUnits(street).map(unit => ({
    ...unit,
    key: unit.kind === 'community' ? unit.key : `${unit.key}${street.suffix}`,
    parent: unit.parent === 'street' ? `street${street.suffix}` : unit.parent,
    street: street.path,
  }))
}

/**
 * Who can be sent a case. `event:0601` stands for every event class whose code begins so; the longest match wins.
 * Which unit answers for what differs from place to place: this is the demo's own cut.
 */
function streetUnits({ name: streetName, communities }: StreetPlan): OneUnit[] {
  return [
    { key: 'street', parent: 'district', name: `${streetName}办事处`, kind: 'street', handlers: 0, handles: [] },
    { key: 'centre', parent: 'street', name: `${streetName}网格化指挥中心`, kind: 'centre', handlers: 0, handles: [] },
    { key: 'hall', parent: 'street', name: `${streetName}党群服务中心`, kind: 'centre', handlers: 0, handles: [] },
    department('enforcement', '综合行政执法中队', 4, ['event:06', 'event:07', 'event:09', 'event:0601']),
    department('sanitation', '环境卫生管理所', 4, ['event:0601', 'event:0604', 'component:03']),
    department('municipal', '市政设施养护所', 3, ['component:01', 'event:01', 'event:06013', 'event:10']),
    department('greening', '园林绿化所', 2, ['component:04', 'event:04', 'event:06017', 'event:06018', 'event:06045']),
    department('traffic', '交警中队', 3, ['component:02', 'event:02', 'event:09009', 'event:09010']),
    department('construction', '建设管理办公室', 2, ['event:08']),
    department('market', '市场监督管理所', 2, ['event:09015', 'event:09020', 'event:06027']),
    department('police', '派出所', 2, ['event:09003', 'component:05']),
    department('civil', '民政办公室', 2, []),
    company('water', '自来水公司抢修队', 2, ['component:01001', 'event:01001', 'component:01024', 'component:01025']),
    company('power', '供电所', 2, ['component:01005', 'component:01028', 'event:01005', 'event:10002']),
    company('gas', '燃气公司', 2, ['component:01011', 'event:01011']),
    company('telecom', '通信运维公司', 2, ['component:01007', 'component:01027', 'event:01007']),
    ...communities.map(({ path, name }) => ({
      key: `community ${path}`,
      parent: 'street',
      name: /[村]$/.test(name) ? `${name}村民委员会` : `${name}居民委员会`,
      kind: 'community' as const,
      handlers: 0,
      handles: [],
    })),
  ]
}

/**
 * The neighbouring jurisdiction, as a unit that cases are sent to: its post belongs to whoever keeps contact with it. Made
 * after everything else, so that nothing that was there before gets another name.
 */
export function neighbourPlan(): UnitPlan {
  return {
    ...{ key: 'neighbour', street: null, parent: 'district', name: '相邻辖区联络处（清溪区）', kind: 'department' },
    ...{ handlers: 1, handles: [] },
  }
}

/** The unit of a street that a class is usually sent to: the one that names the longest beginning of it. */
export function usualUnit<Unit extends UnitPlan>(units: readonly Unit[], classKind: string, classCode: string): Unit {
  const wanted = `${classKind}:${classCode}`
  const claims = units.flatMap(unit =>
    unit.handles.filter(start => wanted.startsWith(start)).map(start => ({ unit, start })),
  )
  const best = claims.reduce((a, b) => (b.start.length > a.start.length ? b : a), { unit: units[0]!, start: '' })
  if (best.start === '') return units.find(unit => unit.key.startsWith('enforcement'))!
  return best.unit
}
