import { Select } from 'antd'
import { type gridTree, pathsDownTo } from '#modules/grid/common/index.ts'
import type { ClassKind } from '#modules/catalogue/common/index.ts'
import { byName } from '#platform/ui/office/by-name.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import type { ruleChoices } from '../common/contract.ts'
import { routingMessages } from '../common/messages.ts'
import { routingOfficeMessages } from './messages.ts'

interface FieldProps {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (value: string) => void
}

/** Stands for everywhere, and for every class: a select has no empty choice. */
export const everything = 'all'

/** Deeper grids are beyond what a list can show in a city; four levels reach the alleys of a street. */
const deepest = 4

/** A grid by the names down to it, or everywhere. */
export function PlaceChoice({ withAll = false, ...field }: FieldProps & { readonly withAll?: boolean }) {
  const t = useText(routingMessages)
  const { data, isPending } = useAsk<typeof gridTree>('grid.tree', { deepestLevel: deepest })
  const names = new Map(data?.grids.map(({ path, name }) => [path, name]))
  const grids = (data?.grids ?? []).map(({ path }) => ({
    value: path,
    label: pathsDownTo(path)
      .map(step => names.get(step) ?? step)
      .join(' · '),
  }))
  return (
    <Select
      {...field}
      loading={isPending}
      showSearch={byName}
      options={withAll ? [{ value: everything, label: t('routing.everywhere') }, ...grids] : grids}
    />
  )
}

export interface ClassTerms {
  readonly classKind: ClassKind | null
  readonly classStart: string
}

export function classTerms(choice: string): ClassTerms {
  if (choice === everything) return { classKind: null, classStart: '' }
  const [kind, start = ''] = choice.split(' ')
  return { classKind: kind as ClassKind, classStart: start }
}

export function classChoice({ classKind, classStart }: ClassTerms): string {
  return classKind === null ? everything : `${classKind} ${classStart}`.trim()
}

export function useRuleChoices() {
  return useAsk<typeof ruleChoices>('routing.choices', {})
}

/** All, a kind, a major, or one class; or classes alone. */
export function ClassChoice({ onlyClasses = false, ...field }: FieldProps & { readonly onlyClasses?: boolean }) {
  const t = useText(routingOfficeMessages)
  const words = useText(routingMessages)
  const { locale } = useLocale()
  const { data, isPending } = useRuleChoices()
  const classes = (data?.classes ?? [])
    .filter(({ isMajor }) => !onlyClasses || !isMajor)
    .map(({ kind, start, isMajor, name }) => ({
      value: `${kind} ${start}`,
      label: t(isMajor ? 'rule.major' : 'rule.class-name', { name: name[locale], code: start }),
    }))
  const wide = [
    { value: everything, label: words('routing.every-class') },
    { value: 'event', label: words('routing.every-event') },
    { value: 'component', label: words('routing.every-component') },
  ]
  return (
    <Select
      {...field}
      loading={isPending}
      showSearch={byName}
      options={onlyClasses ? classes : [...wide, ...classes]}
    />
  )
}

export function UnitChoice(field: FieldProps) {
  const { data, isPending } = useRuleChoices()
  return (
    <Select
      {...field}
      loading={isPending}
      showSearch={byName}
      options={(data?.units ?? []).map(({ unitId, name }) => ({ value: unitId, label: name }))}
    />
  )
}
