import { useAsk } from '#platform/ui/office/ask.ts'
import { Loading } from '#platform/ui/office/Blank.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useDeadline, useMoment } from '#platform/ui/ui/moment.ts'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import type { explain } from '#platform/worktime/common/contract.ts'
import { describeLimit } from '#platform/worktime/common/index.ts'
import { useState } from 'react'
import { tasks } from '../common/actions.ts'
import { casesMessages } from '../common/messages.ts'
import { LightMark } from '../ui/LightMark.tsx'
import { caseOfficeMessages } from './messages.ts'
import type { ShownCase } from './shown-case.ts'

/** The limits that run and those that were missed; behind a click those that were kept, and the arithmetic. */
export function Deadlines({ shown }: { readonly shown: ShownCase }) {
  const t = useText(caseOfficeMessages)
  const nameOf = useTimerName(shown)
  const [isOpen, setOpen] = useState(false)
  if (shown.timers.length === 0) return null
  const kept = shown.timers.filter(timer => timer.endedAt !== null && !timer.isOverdue)
  const pressing = shown.timers.filter(timer => !kept.includes(timer))
  return (
    <section className="co-part co-deadlines">
      <Lines timers={pressing} nameOf={nameOf} />
      {kept.length > 0 ? (
        <details>
          <summary>{t('due.kept', { count: kept.length })}</summary>
          <Lines timers={kept} nameOf={nameOf} />
        </details>
      ) : null}
      <details onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>{t('due.why')}</summary>
        {isOpen ? <Arithmetic shown={shown} nameOf={nameOf} /> : null}
      </details>
    </section>
  )
}

interface LinesProps {
  readonly timers: ShownCase['timers']
  readonly nameOf: (name: string) => string
}

function Lines({ timers, nameOf }: LinesProps) {
  const t = useText(caseOfficeMessages)
  const { locale } = useLocale()
  const moment = useMoment()
  const deadline = useDeadline()
  return (
    <ul>
      {timers.map(timer => (
        <li key={`${timer.name} ${timer.startedAt}`}>
          <b>{nameOf(timer.name)}</b> {describeLimit(timer.limit, locale)}{' '}
          <LightMark light={timer.light} state={timer.state} isOverdue={timer.isOverdue} />
          <span className="o-soft">
            {timer.state === 'paused'
              ? t('due.rests')
              : timer.endedAt
                ? t('due.ended', { at: moment(timer.endedAt) })
                : timer.dueAt
                  ? t('due.at', { at: deadline(timer.dueAt) })
                  : null}
            {timer.isExempt ? ` · ${t('due.exempt')}` : null}
          </span>
          {timer.uncoveredYears.length > 0 && timer.endedAt === null ? (
            <span className="co-block o-vacant">
              {t('due.uncovered', { years: timer.uncoveredYears.join(t('due.between')) })}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

interface ArithmeticProps {
  readonly shown: ShownCase
  readonly nameOf: (name: string) => string
}

/** Spans counted, pauses, holidays: as the clock itself tells it. */
function Arithmetic({ shown, nameOf }: ArithmeticProps) {
  const t = useText(caseOfficeMessages)
  const { locale } = useLocale()
  const asked = useAsk<typeof explain>('worktime.explain', { subjectKind: 'case', subjectId: shown.caseId, locale })
  if (asked.isPending) return <Loading lines={2} />
  if (!asked.data) return <Told trouble={asked.error} />
  if (asked.data.timers.length === 0) return <p className="o-hint">{t('due.nothing-runs')}</p>
  return asked.data.timers.map(timer => (
    <div key={timer.name}>
      <p>
        <b>{nameOf(timer.name)}</b> {timer.limit}
      </p>
      <ol className="co-arithmetic">
        {timer.lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one answer, never moved
          <li key={at} className={line.kind === 'warning' ? 'o-vacant' : undefined}>
            {line.text}
          </li>
        ))}
      </ol>
    </div>
  ))
}

function useTimerName(shown: ShownCase): (name: string) => string {
  const t = useText(caseOfficeMessages, casesMessages)
  return name => {
    const [kind = '', whose] = name.split(':')
    const unit = shown.procedure.assistants.find(one => one.unitId === whose)?.unitName
    const task = tasks.find(one => one === kind)
    const words =
      kind === 'whole'
        ? t('due.whole')
        : kind === 'claim'
          ? t('cases.action.claim')
          : kind === 'check' || kind === 'assist' || kind === 'rule'
            ? t(`cases.task.${kind}`)
            : task
              ? t(`cases.task.${task}`)
              : kind
    return unit ? `${words} · ${unit}` : words
  }
}
