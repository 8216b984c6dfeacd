import { type FormEvent, useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import {
  Button,
  Notice,
  PhotoInput,
  TextArea,
  TextField,
  Trouble,
  useClient,
  useKeptText,
  usePhotos,
  useSending,
  useText,
} from '#platform/ui/ui/index.ts'
import type { reportPoint } from '../common/contract.ts'
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
  const client = useClient()
  const sending = useSending()
  const photos = usePhotos(photosPerStep)
  const [requestId] = useState(newId)
  const { pointId, work } = point
  const guess = point.estimate.find(line => line.kind === work)
  const measure = guess?.measure ?? measuresOf[work][0]!
  const [amountText, setAmount] = useState(guess ? String(guess.amount) : '')
  const [peopleText, setPeople] = useState('')
  const [costText, setCost] = useState(point.estimateFen > 0 ? String(yuanOf(point.estimateFen)) : '')
  const [note, setNote, forgetNote] = useKeptText(`report-point-${pointId}`)
  const [late, setLate] = useState('')
  const [isChecked, setChecked] = useState(false)
  const [isWaiting, setWaiting] = useState(false)
  const [amount, people, cost] = [readAmount(amountText), readAmount(peopleText), readAmount(costText)]
  const needsWhy = point.standing === 'overdue' && point.lateReasons.length === 0
  const lacksWhy = needsWhy && late.trim() === ''
  const lacksPhoto = photos.list.length === 0

  async function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (lacksPhoto || lacksWhy || amount === null || people === null || cost === null) return
    setWaiting(true)
    const sent = await photos.settle()
    setWaiting(false)
    const arrived = sent.flatMap(({ uploaded }) => (uploaded ? [uploaded.fileId] : []))
    if (arrived.length < sent.length) return
    const input = {
      ...{ pointId, photos: arrived, costFen: fenOf(cost), note: note.trim(), lateReason: late.trim() },
      lines: [
        ...(amount > 0 ? [{ kind: work, measure, amount }] : []),
        ...(people > 0 ? [{ kind: 'people' as const, measure: 'person' as const, amount: people }] : []),
      ],
    }
    const answer = await sending.send(() =>
      client.command<typeof reportPoint>('campaigns.report-point', input, { requestId }),
    )
    if (!answer) return
    forgetNote()
    await onDone()
  }

  const wrong = (value: number | null) => (isChecked && value === null ? t('survey.number-wrong') : null)
  return (
    <form className="w-card f-act" onSubmit={event => void submit(event)} noValidate>
      <h2 className="w-subtitle">{t('report.title')}</h2>
      <PhotoInput label={t('report.photos')} photos={photos} />
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
      <Trouble trouble={sending.trouble} />
      <div className="w-actions">
        <Button type="submit" look="primary" isWide isBusy={isWaiting || sending.isSending}>
          {t('report.send')}
        </Button>
      </div>
    </form>
  )
}
