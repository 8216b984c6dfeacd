import { useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { KeptImage } from '#platform/offline/field/index.ts'
import {
  Button,
  Link,
  Screen,
  Unanswered,
  useAnswer,
  useClient,
  useLive,
  useDeadline,
  useMoment,
  useText,
} from '#platform/ui/ui/index.ts'
import { type PlainStep, plainSteps } from '../common/actions.ts'
import type { showPoint } from '../common/contract-queries.ts'
import { campaignsMessages } from '../common/messages.ts'
import { useMoney, useQuantities } from '../ui/words.ts'
import { fieldCampaignMessages } from './messages.ts'
import { ReportPoint } from './ReportPoint.tsx'
import { StepPoint } from './StepPoint.tsx'

export type ShownPoint = OutputOf<typeof showPoint>

/** One point on the phone: what is there, how it was, and the step that is mine now. */
export function PointScreen({ pointId }: { readonly pointId: string }) {
  const t = useText(fieldCampaignMessages)
  const client = useClient()
  const asked = useAnswer(pointId, () => client.query<typeof showPoint>('campaigns.show-point', { pointId }))
  const { reload } = asked
  useLive(change => {
    if (change === 'reset' || change.id === pointId) void reload()
  })
  return (
    <Screen title={t('point.title')} back="/campaigns">
      <Unanswered asked={asked} />
      {asked.answer ? <Point key={asked.answer.state} point={asked.answer} onChanged={reload} /> : null}
    </Screen>
  )
}

interface PointProps {
  readonly point: ShownPoint
  readonly onChanged: () => Promise<void>
}

function Point({ point, onChanged }: PointProps) {
  const t = useText(fieldCampaignMessages, campaignsMessages)
  const [step, setStep] = useState<PlainStep | null>(null)
  const steps = plainSteps.filter(one => point.allowed.includes(one))
  return (
    <>
      <Facts point={point} />
      <Photos point={point} shows="before" />
      <Photos point={point} shows="after" />
      {point.allowed.includes('report') ? <ReportPoint point={point} onDone={onChanged} /> : null}
      {step === null ? (
        <div className="w-actions">
          {steps.map(one => (
            <Button key={one} isWide look={one === 'tick-off' ? 'primary' : 'plain'} onPress={() => setStep(one)}>
              {t(`act.${one}`)}
            </Button>
          ))}
        </div>
      ) : (
        <StepPoint point={point} step={step} onDone={onChanged} />
      )}
      <History point={point} />
    </>
  )
}

function Facts({ point }: { readonly point: ShownPoint }) {
  const t = useText(fieldCampaignMessages, campaignsMessages)
  const quantities = useQuantities()
  const money = useMoney()
  const deadline = useDeadline()
  const { order, result, caseFile } = point
  return (
    <>
      <p className="f-words">
        <strong>{t(`campaigns.work.${point.work}`)}</strong> · {point.note}
      </p>
      <p className="w-soft">
        {point.number} · {point.campaignTitle}
      </p>
      <p className="w-soft">{[...point.gridNames.slice(-2), point.address].filter(Boolean).join(' › ')}</p>
      <p>
        <strong>{t(`campaigns.point.${point.state}`)}</strong>
        {point.standing === 'none' ? null : ` · ${t(`campaigns.standing.${point.standing}`)}`}
        {point.dueAt && point.state === 'ordered' ? ` · ${t('point.due', { at: deadline(point.dueAt) })}` : null}
      </p>
      <p>{t('point.estimate', { lines: quantities(point.estimate) || '—', money: money(point.estimateFen) })}</p>
      {result ? (
        <p>{t('point.actual', { lines: quantities(result.lines) || '—', money: money(result.costFen) })}</p>
      ) : null}
      {order ? (
        <p className="f-words">
          {t('point.order', { number: order.number, holder: order.holderName })}
          <br />
          {point.demand}
        </p>
      ) : null}
      {caseFile ? <Link to={`/case/${caseFile.caseId}`}>{caseFile.number}</Link> : null}
    </>
  )
}

function Photos({ point, shows }: { readonly point: ShownPoint; readonly shows: 'before' | 'after' }) {
  const t = useText(fieldCampaignMessages)
  const photos = point.photos.filter(photo => photo.role === shows)
  if (shows === 'after' && photos.length === 0) return null
  return (
    <section className="f-part" aria-label={t(`point.${shows}`)}>
      <h2>{t(`point.${shows}`)}</h2>
      {photos.length === 0 ? <p className="w-soft">{t('point.no-photo')}</p> : null}
      <div className="f-photos">
        {photos.map(({ fileId }, index) => (
          <KeptImage
            key={fileId}
            shelf="campaign-photo"
            fileId={fileId}
            alt={t(`point.photo-${shows}`, { n: index + 1 })}
          />
        ))}
      </div>
    </section>
  )
}

function History({ point }: { readonly point: ShownPoint }) {
  const t = useText(fieldCampaignMessages)
  const say = useText(campaignsMessages) as (key: string) => string
  const moment = useMoment()
  return (
    <section className="f-part" aria-labelledby="point-history">
      <h2 id="point-history">{t('point.history')}</h2>
      <ul className="f-list">
        {point.history.map((entry, at) => (
          // Entries only ever come at the end.
          <li key={at} className="w-card">
            <p className="f-words">
              <strong>{say(`campaigns.step.${entry.step}`)}</strong> {entry.text}
            </p>
            <p className="w-soft">
              {entry.byName} · {moment(entry.at)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
