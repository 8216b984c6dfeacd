import { Link } from '@tanstack/react-router'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import { describeLimit } from '#platform/worktime/common/index.ts'
import { toldWithIt, wordsOf } from '../common/handed-on.ts'
import { casesMessages } from '../common/messages.ts'
import { caseOfficeMessages } from './messages.ts'
import type { ShownCase } from './shown-case.ts'

/** What is so about a case besides its status, each in a sentence, and the cases that belong to it. */
export function CaseStanding({ shown }: { readonly shown: ShownCase }) {
  const t = useText(caseOfficeMessages, casesMessages)
  const said = useStanding(shown)
  const { parent, children, links, condition } = shown.procedure
  return (
    <>
      <dt>{t('facts.level')}</dt>
      <dd>{t(`cases.level.${shown.level}`)}</dd>
      <PriorityOf shown={shown} />
      {said.length > 0 ? (
        <>
          <dt>{t('facts.now')}</dt>
          <dd>
            {said.map(line => (
              <span key={line} className="co-block">
                {line}
              </span>
            ))}
          </dd>
        </>
      ) : null}
      {condition ? (
        <>
          <dt>{t('facts.condition')}</dt>
          <dd>
            {condition.condition}
            <span className="co-block o-soft">{t('condition.closing', { closing: condition.closing })}</span>
          </dd>
        </>
      ) : null}
      <Others label={t('facts.parent')} others={parent ? [parent] : []} />
      <Others label={t('facts.children')} others={children} />
      <Others label={t('facts.links')} others={links} />
    </>
  )
}

/** The score, and behind it what gave how many points. */
function PriorityOf({ shown: { priority, procedure } }: { readonly shown: ShownCase }) {
  const t = useText(caseOfficeMessages)
  const { locale } = useLocale()
  if (priority === null) return null
  const said = ({ criterion, points, found }: (typeof priority)['reasons'][number]) => {
    const { limit } = procedure
    return criterion === 'danger' && limit?.clock === found
      ? t('facts.priority.danger-clock', { points, clock: describeLimit(limit, locale) })
      : criterion === 'time' && Number(found) > 100
        ? t('facts.priority.time-late', { points })
        : t(`facts.priority.${criterion}`, { points, found })
  }
  return (
    <>
      <dt>{t('facts.priority')}</dt>
      <dd>
        {priority.reasons.length === 0 ? (
          t('facts.priority-none')
        ) : (
          <details>
            <summary>{t('facts.priority-score', { score: priority.score })}</summary>
            <ul className="o-lines">
              {priority.reasons.map(one => (
                <li key={one.criterion}>{said(one)}</li>
              ))}
            </ul>
          </details>
        )}
      </dd>
    </>
  )
}

interface OthersProps {
  readonly label: string
  readonly others: readonly { readonly caseId: string; readonly number: string }[]
}

function Others({ label, others }: OthersProps) {
  if (others.length === 0) return null
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {others.map(({ caseId, number }) => (
          <Link key={caseId} to="/cases/$caseId" params={{ caseId }} className="co-block">
            {number}
          </Link>
        ))}
      </dd>
    </>
  )
}

function useStanding(shown: ShownCase): string[] {
  const t = useText(caseOfficeMessages, casesMessages)
  const moment = useMoment()
  const { locale } = useLocale()
  const { procedure: at } = shown
  const told = shown.task === null ? [] : toldWithIt(shown.timeline)
  const lines = [
    ...told.map(one => t('facts.told', { event: t(`cases.event.${one.type}`), words: wordsOf(one) ?? '' })),
    shown.isSimple && t('facts.simple'),
    at.limit && t('facts.limit', { limit: describeLimit(at.limit, locale) }),
    at.claimedBy && t(at.isClaimedByMe ? 'facts.claimed-by-me' : 'facts.claimed'),
    at.isChecking && t('facts.checking'),
    shown.isReturned && t('facts.returned'),
    at.dispute && t('facts.disputed', { reason: at.dispute.reason }),
    shown.suspendedUntil && t('facts.rests', { until: moment(shown.suspendedUntil) }),
    at.suspension && t('facts.rest-asked', { until: moment(at.suspension.until), reason: at.suspension.reason }),
    at.extension && t('facts.extension-asked', { reason: at.extension.reason }),
    at.extensionCount > 0 && t('facts.extended', { count: at.extensionCount }),
    at.appeal && t('facts.appealed', { reason: at.appeal.reason }),
    at.leaveOut && t('facts.leave-out-asked', at.leaveOut),
    at.leftOut && t('facts.left-out', { reason: at.leftOut.reason, note: at.leftOut.note }),
    at.isExempt && t('facts.exempt'),
    at.urgedCount > 0 && t('facts.urged', { count: at.urgedCount }),
    at.instructedCount > 0 && t('facts.instructed', { count: at.instructedCount }),
    at.reopenCount > 0 && t('facts.reopened', { count: at.reopenCount }),
    ...at.assistants.map(({ unitName, isDone }) =>
      t('facts.assists', { unit: unitName ?? '', state: t(isDone ? 'facts.assist-done' : 'facts.assist-open') }),
    ),
  ]
  return lines.filter(line => typeof line === 'string' && line !== '') as string[]
}
