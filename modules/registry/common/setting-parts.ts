import { both, type SettingGroup, wholePart } from '#platform/settings/common/setting.ts'
import { kinds, type ThingKind, thingKinds } from './kinds.ts'
import { fieldRetentions, type FieldRule, fieldRules } from './retention.ts'

export interface RegistrySettings {
  /** To whoever may not see the people behind them, counts are rounded to this, and withheld below it. */
  readonly threshold: number
  /** Days within which a request for correction is to be decided. */
  readonly correctionDays: number
  /** Days after the end of a thing, by rule. */
  readonly keep: Readonly<Record<FieldRule, number>>
  /** Days after which somebody should ask again, by kind and field. */
  readonly stale: Readonly<Partial<Record<ThingKind, Readonly<Record<string, number>>>>>
}

/** Fields that are asked again after a time, by kind. */
const staleFields = thingKinds.flatMap(kind =>
  Object.entries(kinds[kind].fields).flatMap(([field, { staleAfterDays }]) =>
    staleAfterDays === null ? [] : [{ kind, field, days: staleAfterDays }],
  ),
)

const usualStale: RegistrySettings['stale'] = Object.fromEntries(
  thingKinds.map(kind => {
    const own = staleFields.filter(one => one.kind === kind)
    return [kind, Object.fromEntries(own.map(({ field, days }) => [field, days]))]
  }),
)

/** How many days a field may stand, as the place has set it. */
export const staleAfterOf =
  ({ stale }: RegistrySettings) =>
  (kind: ThingKind, field: string): number | null =>
    stale[kind]?.[field] ?? null

export const usualRegistry: RegistrySettings = {
  threshold: 5,
  correctionDays: 15,
  stale: usualStale,
  keep: Object.fromEntries(fieldRules.map(rule => [rule, fieldRetentions[rule].usualDays])) as Record<
    FieldRule,
    number
  >,
}

/** The numbers of the base library that a place may set. */
export const registrySettings: SettingGroup<RegistrySettings> = {
  name: 'registry',
  label: both('基础信息库', 'Base library'),
  usual: usualRegistry,
  parts: [
    wholePart(
      'threshold',
      { least: 2, most: 50 },
      both('统计取整单元（人），更少的不显示', 'Counts are rounded to this; smaller ones are withheld'),
      {
        'zh-CN': '统计保密的通行做法为 3 至 10；本地做法，可调',
        en: 'Statistical offices use 3 to 10; local practice, configurable',
      },
    ),
    wholePart('correctionDays', { least: 1, most: 60 }, both('更正申请办理天数', 'Days to decide on a correction'), {
      'zh-CN': 'PIPL §46 要求及时核实；天数为本地做法，可调',
      en: 'PIPL article 46 asks for a timely check; the days are local practice, configurable',
    }),
    ...fieldRules.map(rule => {
      const { label, source } = fieldRetentions[rule]
      const named = both(`${label['zh-CN']}保存天数`, `Days to keep: ${label.en}`)
      return wholePart(`keep.${rule}`, { least: 1, most: 3650 }, named, source)
    }),
    ...staleFields.map(({ kind, field }) => {
      const [of, what] = [kinds[kind].label, kinds[kind].fields[field]!.label]
      const label = both(
        `${of['zh-CN']}·${what['zh-CN']} 核实周期（天）`,
        `${of.en}, ${what.en}: ask again after (days)`,
      )
      return wholePart(`stale.${kind}.${field}`, { least: 7, most: 3650 }, label)
    }),
  ],
}
