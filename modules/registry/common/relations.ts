import { both, type BothTexts } from './field-spec.ts'
import type { ThingKind } from './kinds.ts'

interface RelationSpec {
  /** Read from the one side: 张三 lives in 101. */
  readonly label: BothTexts
  /** Read from the other: 101 is lived in by 张三. */
  readonly back: BothTexts
  readonly from: readonly ThingKind[]
  readonly to: readonly ThingKind[]
  /** At most one of its kind from a thing at a time: who moves in here has moved out there. */
  readonly isSingle: boolean
  /** Codes for what exactly it is, such as the kinship to the head. */
  readonly role: string | null
}

const owned: readonly ThingKind[] = ['housing', 'vehicle', 'pet', 'organisation', 'equipment']

/** Every way in which two things can belong together. Each holds from one day to another. */
export const relations = {
  'lives-in': relation('居住于', '住着', 'Lives in', 'Lived in by', ['person'], ['housing'], { isSingle: true }),
  'registered-in': relation('户籍在', '落户的人', 'Registered at', 'Registered here', ['person'], ['housing'], {
    isSingle: true,
  }),
  'member-of': relation('属于户', '成员', 'Belongs to', 'Members', ['person'], ['household'], {
    isSingle: true,
    role: 'kin',
  }),
  'household-in': relation('住在', '住户', 'Lives in', 'Households', ['household'], ['housing'], { isSingle: true }),
  'spouse-of': relation('配偶', '配偶', 'Married to', 'Married to', ['person'], ['person'], { isSingle: true }),
  'parent-of': relation('子女', '父母', 'Child', 'Parent', ['person'], ['person']),
  'guardian-of': relation('被监护人', '监护人', 'Guardian of', 'Guardian', ['person'], ['person']),
  'cares-for': relation('照料对象', '照料人', 'Cares for', 'Cared for by', ['person', 'organisation'], ['person']),
  owns: relation('名下', '所有人', 'Owns', 'Owner', ['person', 'organisation'], owned),
  'works-at': relation('就职于', '从业人员', 'Works at', 'Staff', ['person'], ['organisation']),
  'in-charge-of': relation('负责', '负责人', 'In charge of', 'In charge', ['person'], ['organisation', 'place']),
  'located-in': relation(
    '位于',
    '在此经营',
    'Located in',
    'In here',
    ['organisation', 'place', 'equipment'],
    ['housing', 'place'],
    {
      isSingle: true,
    },
  ),
  lets: relation('租住房屋', '租住', 'Lets', 'Tenancies', ['tenancy'], ['housing'], { isSingle: true }),
  'tenant-in': relation('承租', '承租人', 'Tenant in', 'Tenants', ['person', 'organisation'], ['tenancy']),
  'landlord-of': relation('出租', '出租人', 'Landlord in', 'Landlord', ['person', 'organisation'], ['tenancy']),
  keeps: relation('养护', '养护单位', 'Keeps', 'Kept by', ['organisation'], ['facility', 'equipment']),
} as const satisfies Readonly<Record<string, RelationSpec>>

export type RelationKind = keyof typeof relations
export const relationKinds = Object.keys(relations) as RelationKind[]

function relation(
  chinese: string,
  chineseBack: string,
  english: string,
  englishBack: string,
  from: readonly ThingKind[],
  to: readonly ThingKind[],
  more: Partial<Pick<RelationSpec, 'isSingle' | 'role'>> = {},
): RelationSpec {
  const usual = { isSingle: false, role: null }
  return { label: both(chinese, english), back: both(chineseBack, englishBack), from, to, ...usual, ...more }
}

export function mayJoin(kind: RelationKind, from: ThingKind, to: ThingKind): boolean {
  const spec: RelationSpec = relations[kind]
  return spec.from.includes(from) && spec.to.includes(to)
}

/** `until` is the first day on which it no longer holds. */
export interface Held {
  readonly from: string
  readonly until: string | null
}

export function holdsOn({ from, until }: Held, day: string): boolean {
  return from <= day && (until === null || day < until)
}
