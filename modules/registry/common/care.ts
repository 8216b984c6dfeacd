import { both, type BothTexts } from './field-spec.ts'

/** 关爱对象. Each list has one purpose, its own permission, causes, rhythm and end; all are off until a place turns one on. */
export const careGroups = ['old-alone', 'disabled', 'children', 'veterans', 'patients'] as const
export type CareGroup = (typeof careGroups)[number]

export interface CareSpec {
  readonly label: BothTexts
  /** What the list is for, and nothing else. */
  readonly purpose: BothTexts
  /** Opens this list and no other. */
  readonly permission: `registry.care-${CareGroup}`
  /** Whoever only goes there may be told whom to visit for it; of the ill, nobody is told by being sent. */
  readonly isToldToVisitors: boolean
  readonly causes: Readonly<Record<string, BothTexts>>
  /** Days between visits and days for which it is kept after its end; defaults, a place sets its own. */
  readonly visitDays: number
  readonly keepDays: number
  readonly source: string
}

export const care: Readonly<Record<CareGroup, CareSpec>> = {
  'old-alone': {
    label: both('独居老人', 'Old people living alone'),
    purpose: both('定期探访，防止意外', 'Regular visits, against accidents'),
    permission: 'registry.care-old-alone',
    isToldToVisitors: true,
    causes: {
      alone: both('独居', 'lives alone'),
      'alone-weak': both('独居且行动不便', 'lives alone and moves with difficulty'),
      'old-couple': both('空巢', 'children live elsewhere'),
    },
    ...{ visitDays: 7, keepDays: 180, source: '民政部、财政部等居家养老探访关爱要求；周期为本地做法' },
  },
  disabled: {
    label: both('残疾人', 'Disabled people'),
    purpose: both('康复、无障碍改造和补贴服务', 'Rehabilitation, barrier-free homes, allowances'),
    permission: 'registry.care-disabled',
    isToldToVisitors: true,
    causes: {
      certificate: both('持残疾人证', 'holds a certificate'),
      applying: both('正在评定', 'being assessed'),
    },
    ...{ visitDays: 90, keepDays: 365, source: 'local practice' },
  },
  children: {
    label: both('困境儿童', 'Children in difficulty'),
    purpose: both('一门受理、协同关爱', 'One door, help from several sides'),
    permission: 'registry.care-children',
    isToldToVisitors: true,
    causes: {
      orphan: both('孤儿', 'orphan'),
      unattended: both('事实无人抚养', 'nobody raises them in fact'),
      'left-behind': both('留守', 'parents work elsewhere'),
      ill: both('重病重残', 'seriously ill or disabled'),
    },
    ...{ visitDays: 30, keepDays: 365, source: 'local practice' },
  },
  veterans: {
    label: both('退役军人优抚对象', 'Veterans with a claim to care'),
    purpose: both('优待抚恤和走访慰问', 'Benefits and visits'),
    permission: 'registry.care-veterans',
    isToldToVisitors: true,
    causes: {
      disabled: both('残疾军人', 'disabled in service'),
      family: both('烈属', 'family of the fallen'),
      hardship: both('生活困难', 'in hardship'),
    },
    ...{ visitDays: 180, keepDays: 365, source: 'local practice' },
  },
  patients: {
    label: both('重病患者', 'Seriously ill people'),
    purpose: both('家庭医生签约和医疗救助', 'Family doctor and medical assistance'),
    permission: 'registry.care-patients',
    isToldToVisitors: false,
    causes: {
      chronic: both('慢性病签约', 'chronic illness, under contract'),
      serious: both('重大疾病', 'serious illness'),
      'mental-care': both('本人或家属申请的精神康复', 'mental rehabilitation asked for by themselves or family'),
    },
    ...{ visitDays: 30, keepDays: 180, source: 'local practice' },
  },
}

/** Days by which a visit is over; 0 on its day, null before it and where none is due. */
export function daysOverdue(nextVisitOn: string | null, today: string): number | null {
  if (nextVisitOn === null || nextVisitOn > today) return null
  return Math.round((Date.parse(today) - Date.parse(nextVisitOn)) / 86_400_000)
}
