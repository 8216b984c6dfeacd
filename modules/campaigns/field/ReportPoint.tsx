import { type FormEvent, useState } from 'react'
import {
  OwnPhotoInput,
  PerformingTrouble,
  useDraftText,
  useOwnPhotos,
  usePerforming,
} from '#platform/offline/field/index.ts'
import { Button, Notice, TextArea, TextField, useText } from '#platform/ui/ui/index.ts'
import { photosPerStep, textLimits } from '../common/limits.ts'
import { campaignsMessages } from '../common/messages.ts'
import { fenOf, measuresOf, yuanOf } from '../common/quantity.ts'
import { readAmount } from './amounts.ts'
import { fieldCampaignMessages } from './messages.ts'
import type { ShownPoint } from './PointScreen.tsx'

interface ReportPointProps {
  readonly point: ShownPoint
  readonly onDone: () => Promise<void>
}

/** Whoever put it right says so: a photo from after, how much it was, how many went, what it cost. */
export function ReportPoint({ point, onDone }: ReportPointProps) {
  const t = useText(fieldCampaignMessages, campaignsMessages)
  const doing = usePerforming()
  const photos = useOwnPhotos(photosPerStep)
  const { pointId, work } = point
  const guess = point.estimate.find(line => line.kind === work)
  const measure = guess?.measure ?? measuresOf[work][0]!
  const [amountText, setAmount] = useState(guess ? String(guess.amount) : '')
  const [peopleText, setPeople] = useState('')
  const [costText, setCost] = useState(point.estimateFen > 0 ? String(yuanOf(point.estimateFen)) : '')
  const [note, setNote, forgetNote] = useDraftText(`report-point-${pointId}`)
  const [late, setLate] = useState('')
  const [isChecked, setChecked] = useState(false)
  const [amount, people, cost] = [readAmount(amountText), readAmount(peopleText), readAmount(costText)]
  const needsWhy = point.standing === 'overdue' && point.lateReasons.length === 0
  const lacksWhy = needsWhy && late.trim() === ''
  const lacksPhoto = photos.list.length === 0

  async function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (lacksPhoto || lacksWhy || amount === null || people === null || cost === null) return
    const kept = await doing.photosOf(photos)
    // The part that shows the photos says which of them could not be kept.
    if (kept.length < photos.list.length) return
    const input = {
      ...{
        pointId,
        photos: kept.map(({ id }) => id),
        costFen: fenOf(cost),
        note: note.trim(),
        lateReason: late.trim(),
      },
      lines: [
        ...(amount > 0 ? [{ kind: work, measure, amount }] : []),
        ...(people > 0 ? [{ kind: 'people' as const, measure: 'person' as const, amount: people }] : []),
      ],
    }
    const performing = { command: 'campaigns.report-point', input, title: point.number, photos: kept }
    if (!(await doing.perform(performing))) return
    forgetNote()
    await onDone()
  }

  const wrong = (value: number | null) => (isChecked && value === null ? t('survey.number-wrong') : null)
  return (
    <form className="w-card f-act" onSubmit={event => void submit(event)} noValidate>
      <h2 className="w-subtitle">{t('report.title')}</h2>
      <OwnPhotoInput label={t('report.photos')} photos={photos} />
      {isChecked && lacksPhoto ? <Notice tone="warn">{t('report.photos-missing')}</Notice> : null}
      <TextField
        label={t('report.amount', {
          ...{ kind: t(`campaigns.work.${work}`), measure: t(`campaigns.measure.${measure}`) },
        })}
        inputMode="text"
        value={amountText}
        onChange={setAmount}
        error={wrong(amount)}
      />
      <TextField
        label={t('report.people')}
        isOptional
        inputMode="numeric"
        value={peopleText}
        onChange={setPeople}
        error={wrong(people)}
      />
      <TextField
        label={t('report.cost')}
        isOptional
        inputMode="text"
        value={costText}
        onChange={setCost}
        error={wrong(cost)}
      />
      <TextArea label={t('report.note')} isOptional rows={2} value={note} onChange={setNote} max={textLimits.note} />
      {point.standing === 'overdue' ? (
        <TextArea
          label={t('report.late')}
          rows={2}
          value={late}
          onChange={setLate}
          max={textLimits.reason}
          error={isChecked && lacksWhy ? t('report.late-missing') : null}
        />
      ) : null}
      <PerformingTrouble outcome={doing.outcome} />
      <div className="w-actions">
        <Button type="submit" look="primary" isWide isBusy={doing.isBusy}>
          {t('report.send')}
        </Button>
      </div>
    </form>
  )
}
