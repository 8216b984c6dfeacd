import { both, type BothTexts } from './field-spec.ts'
import type { ThingKind } from './kinds.ts'

interface Retention {
  readonly label: BothTexts
  /** Days after the end; a setting, with this as its default. */
  readonly usualDays: number
  readonly source: BothTexts
}

/** Of things that ended: which states, of which kinds, lose which fields. */
export interface FieldRetention extends Retention {
  readonly kinds: readonly ThingKind[]
  readonly states: readonly string[]
  readonly fields: readonly string[]
}

const localSource = both('PIPL §47；天数为本地做法，可调', 'PIPL article 47; the days are local practice, configurable')

/** What goes when its time is over. Names, addresses and relations stay: the history of a house is made of them. */
export const fieldRetentions = {
  'moved-away-contact': {
    label: both('迁出人员的联系电话、健康、收入', 'Telephone, health and income of people who moved away'),
    ...{ usualDays: 180, source: localSource, kinds: ['person'], states: ['moved-away'] },
    fields: ['phone', 'health', 'disability', 'income', 'workplace', 'occupation'],
  },
  'moved-away-identity': {
    label: both('迁出人员的证件号码', 'Identity numbers of people who moved away'),
    ...{ usualDays: 1095, source: localSource, kinds: ['person'], states: ['moved-away'], fields: ['idNumber'] },
  },
  dead: {
    label: both('去世人员的联系电话、健康、收入', 'Telephone, health and income of the dead'),
    ...{ usualDays: 90, source: localSource, kinds: ['person'], states: ['dead'] },
    fields: ['phone', 'health', 'disability', 'income'],
  },
  merged: {
    label: both(
      '并入他人后的重复档案里的证件号码、电话、健康、收入',
      'Identity numbers, telephone, health and income in records that were merged into another',
    ),
    // So long a merge can be undone with everything that belonged to either.
    ...{ usualDays: 180, source: localSource, kinds: ['person'], states: ['merged'] },
    fields: ['idNumber', 'phone', 'health', 'disability', 'income'],
  },
  'tenancy-rent': {
    label: both('已结束租住的租金', 'Rent of tenancies that ended'),
    ...{ usualDays: 365, source: localSource, kinds: ['tenancy'], states: ['ended'], fields: ['rent'] },
  },
} as const satisfies Readonly<Record<string, FieldRetention>>

export type FieldRule = keyof typeof fieldRetentions
export const fieldRules = Object.keys(fieldRetentions) as FieldRule[]
export const retentionRules = [...fieldRules, 'care-ended'] as const
export type RetentionRule = (typeof retentionRules)[number]

export const careEndedLabel = both('已退出的关爱名单记录', 'Entries of care lists that ended')
