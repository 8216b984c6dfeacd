import { Link, useParams } from '@tanstack/react-router'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Facts } from '#platform/ui/office/Facts.tsx'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { showRound } from '../common/contract.ts'
import { patrolMessages } from '../common/messages.ts'
import { CoverageWords } from './CoverageWords.tsx'
import { patrolOfficeMessages } from './messages.ts'

type Shown = OutputOf<typeof showRound>
type Step = Shown['steps'][number]

/** One round as it went: its points in order, what was seen at each, what was left out and why. */
export function Page() {
  const t = useText(patrolOfficeMessages)
  const { roundId } = useParams({ strict: false }) as { roundId: string }
  const asked = useAsk<typeof showRound>('patrol.round', { roundId })
  return (
    <OfficePage title={t('round.title')} actions={<Link to="/patrol">{t('round.back')}</Link>}>
      <Answered asked={asked}>{round => <Round round={round} />}</Answered>
    </OfficePage>
  )
}

function Round({ round }: { readonly round: Shown }) {
  const t = useText(patrolOfficeMessages, patrolMessages)
  const moment = useMoment()
  const facts = [
    [t('rounds.span'), `${round.spanName} · ${moment(round.fromAt)} – ${moment(round.untilAt)}`],
    [t('round.where'), round.gridNames.join(' › ')],
    [t('rounds.post'), [round.postTitle, round.holderName ?? t('rounds.vacant')].filter(Boolean).join(' · ')],
    [t('rounds.state'), t(`round.${round.state}`)],
    [t('round.begun'), round.begunAt ? moment(round.begunAt) : '—'],
    [t('rounds.coverage'), <CoverageWords key="coverage" {...round.coverage} />],
  ] as const
  return (
    <>
      <article className="o-card">
        <h2>{round.title}</h2>
        <Facts facts={facts} />
      </article>
      <section className="o-card" aria-labelledby="points">
        <h2 id="points">{t('round.points')}</h2>
        <ol className="o-lines">
          {round.points.map(point => (
            <li key={point.pointId}>
              <span>
                <strong>{point.name}</strong> · {t(`point.${point.state}`)}
                {point.at ? ` · ${moment(point.at)}` : ''}
                {point.indoors ? <span className="o-soft"> · {t('round.indoors')}</span> : null}
              </span>
              <Seen steps={round.steps.filter(step => step.pointId === point.pointId)} round={round} />
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

/** What was told about one point: only what is not as it should be, the rest as a number. */
function Seen({ steps, round }: { readonly steps: readonly Step[]; readonly round: Shown }) {
  const t = useText(patrolOfficeMessages, patrolMessages)
  const moment = useMoment()
  const textOf = new Map(round.checklists.flatMap(list => list.items.map(item => [item.code, item.text] as const)))
  if (steps.length === 0) return <span className="o-soft">{t('round.no-reason')}</span>
  return (
    <ul>
      {steps.map(step => {
        const good = step.results.filter(result => result.state === 'good').length
        const odd = step.results.filter(result => result.state !== 'good')
        return (
          <li key={step.at + step.type}>
            {moment(step.at)} {step.byName}
            {step.reason ? ` · ${t(`reason.${step.reason}`)}` : ''}
            {step.results.length > 0 ? ` · ${t('round.good', { good, all: step.results.length })}` : ''}
            {odd.map(result => ` · ${textOf.get(result.item) ?? result.item}：${t(`item.${result.state}`)}`)}
            {step.note ? ` · ${step.note}` : ''}
            {step.findings.map(finding => (
              <span key={finding.caseId}>
                {' · '}
                <Link to="/cases/$caseId" params={{ caseId: finding.caseId }}>
                  {finding.number}
                </Link>
              </span>
            ))}
          </li>
        )
      })}
    </ul>
  )
}
