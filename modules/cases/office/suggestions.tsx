import { Select } from 'antd'
import { type ReactNode, useRef } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { byName } from '#platform/ui/office/by-name.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { useKeys } from '#platform/ui/office/keys.ts'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import type { suggestForCase } from '../common/contract-suggest.ts'
import { type ClassChoice, ClassPicker } from './ClassPicker.tsx'
import { caseOfficeMessages } from './messages.ts'
import type { ShownCase } from './shown-case.ts'

function useSuggestions({ caseId }: ShownCase) {
  return useAsk<typeof suggestForCase>('cases.suggest', { caseId })
}

/** Why closed cases speak for a condition of a class; null where they do not. */
export function useConditionReasons({ caseId }: ShownCase, chosen: ClassChoice | null) {
  const t = useText(caseOfficeMessages)
  const wanted = chosen ? { classKind: chosen.kind, classCode: chosen.code } : {}
  const { data } = useAsk<typeof suggestForCase>('cases.suggest', { caseId, ...wanted }, { enabled: chosen !== null })
  return (conditionId: string): string | null => {
    const found = data?.conditions.find(one => one.conditionId === conditionId)
    if (!found) return null
    const words = found.because.map(one => t('suggest.condition-word', one))
    return [t('suggest.condition-times', { times: found.times, of: found.of }), ...words].join(' · ')
  }
}

interface Suggestion {
  readonly key: string
  readonly name: ReactNode
  readonly reason: string
  readonly isChosen: boolean
  readonly choose: () => void
}

interface SuggestionsProps {
  readonly label: string
  readonly learnedFrom: number
  readonly suggestions: readonly Suggestion[]
}

/** Each with its digit and its reason. Choosing only fills the field in; then Enter on the button sends it. */
function Suggestions({ label, learnedFrom, suggestions }: SuggestionsProps) {
  const t = useText(caseOfficeMessages)
  const list = useRef<HTMLElement>(null)
  const choose = (suggestion: Suggestion) => {
    suggestion.choose()
    list.current?.closest('form')?.querySelector<HTMLElement>('button[type="submit"]')?.focus()
  }
  useKeys(Object.fromEntries(suggestions.map((one, at) => [String(at + 1), () => choose(one)])))
  return (
    <section className="co-suggest" aria-label={label} ref={list}>
      <p className="o-hint">
        <b>{label}</b> {suggestions.length > 0 ? t('suggest.about', { count: learnedFrom }) : t('suggest.none')}
      </p>
      {suggestions.map((one, at) => (
        <button
          key={one.key}
          type="button"
          aria-pressed={one.isChosen}
          aria-keyshortcuts={String(at + 1)}
          onClick={() => choose(one)}
        >
          <kbd aria-hidden="true">{at + 1}</kbd>
          <span>
            <b>{one.name}</b> <span className="co-block o-soft">{one.reason}</span>
          </span>
        </button>
      ))}
    </section>
  )
}

interface SuggestedClassProps {
  readonly id?: string
  readonly shown: ShownCase
  readonly value?: ClassChoice
  readonly onChange?: (choice: ClassChoice) => void
  readonly onChosen: (choice: ClassChoice) => void
}

/** The catalogue, and above it what closed cases with such words were. */
export function SuggestedClass({ shown, onChosen, ...field }: SuggestedClassProps) {
  const t = useText(caseOfficeMessages)
  const { locale } = useLocale()
  const { data } = useSuggestions(shown)
  return (
    <>
      {data ? (
        <Suggestions
          label={t('suggest.class')}
          learnedFrom={data.learnedFrom}
          suggestions={data.classes.map(({ classKind: kind, classCode: code, className, because }) => ({
            key: `${kind} ${code}`,
            name: `${className[locale]} ${code}`,
            reason: because.map(one => t('suggest.word', one)).join(' · '),
            isChosen: field.value?.kind === kind && field.value.code === code,
            choose: () => {
              field.onChange?.({ kind, code })
              onChosen({ kind, code })
            },
          }))}
        />
      ) : null}
      <ClassPicker {...field} onChosen={onChosen} />
    </>
  )
}

interface SuggestedUnitProps {
  readonly id?: string
  readonly shown: ShownCase
  readonly isLoading: boolean
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly value?: string
  readonly onChange?: (unitId: string) => void
}

/** All departments, and above them those that settled this class here. */
export function SuggestedUnit({ id, shown, isLoading, options, value, onChange }: SuggestedUnitProps) {
  const t = useText(caseOfficeMessages)
  const { locale } = useLocale()
  const { data } = useSuggestions(shown)
  /** The rule's unit goes first; if closed cases say the same, both reasons stand there. */
  const unitsIn = ({ rule, units }: OutputOf<typeof suggestForCase>) => {
    const learned = units.map(({ unitId, unitName, times, of, gridName }) => ({
      ...{ unitId, unitName },
      reason: gridName
        ? t('suggest.unit-here', { place: gridName, times, of })
        : t('suggest.unit-anywhere', { times, of }),
    }))
    if (!rule) return learned
    const same = learned.find(({ unitId }) => unitId === rule.unitId)
    const said = t('suggest.unit-rule', { rule: rule.words[locale], reason: rule.reason })
    const reason = same ? `${said} · ${same.reason}` : said
    return [{ unitId: rule.unitId, unitName: rule.unitName, reason }, ...learned.filter(one => one !== same)]
  }
  return (
    <>
      {data ? (
        <Suggestions
          label={t('suggest.unit')}
          learnedFrom={data.learnedFrom}
          suggestions={unitsIn(data).map(({ unitId, unitName, reason }) => ({
            key: unitId,
            name: unitName,
            reason,
            isChosen: value === unitId,
            choose: () => onChange?.(unitId),
          }))}
        />
      ) : null}
      <Select
        {...(id ? { id } : {})}
        {...(value ? { value } : {})}
        onChange={(unitId: string) => onChange?.(unitId)}
        loading={isLoading}
        showSearch={byName}
        options={[...options]}
      />
    </>
  )
}
