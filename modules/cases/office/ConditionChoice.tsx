import { Radio } from 'antd'
import { useEffect, useRef } from 'react'
import type { listConditions } from '#modules/catalogue/common/index.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import { describeLimit } from '#platform/worktime/common/index.ts'
import type { ClassChoice } from './ClassPicker.tsx'
import { caseOfficeMessages } from './messages.ts'

/** The filing conditions of a class that hold now; none while no class is chosen. */
export function useConditions(chosen: ClassChoice | null) {
  const wanted = chosen ? { classKind: chosen.kind, classCode: chosen.code } : {}
  const { data, isPending } = useAsk<typeof listConditions>('catalogue.list-conditions', wanted, {
    enabled: chosen !== null,
  })
  return { conditions: chosen && data ? data.rows : [], isPending: chosen !== null && isPending }
}

type Condition = ReturnType<typeof useConditions>['conditions'][number]

interface ConditionChoiceProps {
  readonly id?: string
  readonly conditions: readonly Condition[]
  /** Why closed cases speak for one; it is shown and chooses nothing. */
  readonly reasonFor: (conditionId: string) => string | null
  readonly value?: string
  readonly onChange?: (conditionId: string | undefined) => void
}

/**
 * Under which condition: what it says, the limit it gives, when it counts as done. A single one is chosen by itself; of
 * several the first takes the focus after a class was chosen by key, so that space chooses and Enter files.
 */
export function ConditionChoice({ id, conditions, reasonFor, value, onChange }: ConditionChoiceProps) {
  const t = useText(caseOfficeMessages)
  const { locale } = useLocale()
  const box = useRef<HTMLDivElement>(null)
  const ids = conditions.map(one => one.conditionId).join(' ')
  useEffect(() => {
    const [first] = conditions
    if (!first) return
    const only = conditions.length === 1 ? first.conditionId : undefined
    const isKnown = conditions.some(one => one.conditionId === value)
    if (!isKnown && value !== only) onChange?.(only)
    const isAtSubmit = document.activeElement === box.current?.closest('form')?.querySelector('button[type="submit"]')
    if (isAtSubmit && only === undefined) box.current?.querySelector('input')?.focus()
    // oxlint-disable-next-line react/exhaustive-deps -- once for each class: later the choice is the person's
  }, [ids])
  return (
    <div ref={box}>
      <Radio.Group
        {...(id ? { id } : {})}
        aria-label={t('condition.choose')}
        className="co-conditions"
        value={value}
        onChange={event => onChange?.(String(event.target.value))}
      >
        {conditions.map(one => (
          <Radio key={one.conditionId} value={one.conditionId}>
            {one.condition} ·{' '}
            <b>{one.limit ? describeLimit(one.limit, locale) : t('condition.undecided', { text: one.limitText })}</b>
            <span className="co-block o-soft">{t('condition.closing', { closing: one.closing })}</span>
            {reasonFor(one.conditionId) === null ? null : (
              <span className="co-block o-soft">{t('suggest.condition', { reason: reasonFor(one.conditionId) })}</span>
            )}
          </Radio>
        ))}
      </Radio.Group>
    </div>
  )
}
