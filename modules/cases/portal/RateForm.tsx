import { type FormEvent, useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import {
  Button,
  Notice,
  RadioGroup,
  Stars,
  TextArea,
  Trouble,
  useClient,
  useSending,
  useText,
} from '#platform/ui/ui/index.ts'
import type { rateCase } from '../common/contract.ts'
import { textLimits } from '../common/limits.ts'
import { portalCaseMessages } from './messages.ts'

export type RatingKey = { readonly caseId: string } | { readonly number: string; readonly followCode: string }

interface RateFormProps {
  readonly who: RatingKey
  readonly onRated: () => Promise<void>
}

export function RateForm({ who, onRated }: RateFormProps) {
  const t = useText(portalCaseMessages)
  const client = useClient()
  const { isSending, trouble, send } = useSending()
  const [requestId] = useState(newId)
  const [stars, setStars] = useState<number | null>(null)
  const [solved, setSolved] = useState<'yes' | 'no' | null>(null)
  const [comment, setComment] = useState('')
  const [isChecked, setChecked] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (stars === null || solved === null || comment.length > textLimits.comment) return
    const words = comment.trim()
    const input = { who, stars, solved: solved === 'yes', ...(words ? { comment: words } : {}) }
    const done = await send(() => client.command<typeof rateCase>('cases.rate', input, { requestId }))
    if (done) await onRated()
  }

  return (
    <form className="w-card p-rate" onSubmit={event => void submit(event)} noValidate>
      <h2 className="w-subtitle">{t('rate.title')}</h2>
      <Stars label={t('rate.stars')} value={stars} onChange={setStars} />
      <RadioGroup
        label={t('rate.solved')}
        value={solved}
        onChange={setSolved}
        choices={[
          { value: 'yes', label: t('rate.yes') },
          { value: 'no', label: t('rate.no') },
        ]}
      />
      <TextArea
        label={t('rate.comment')}
        isOptional
        value={comment}
        onChange={setComment}
        max={textLimits.comment}
        rows={3}
      />
      {isChecked && (stars === null || solved === null) ? <Notice tone="bad">{t('rate.missing')}</Notice> : null}
      <Trouble trouble={trouble} />
      <div className="w-actions">
        <Button type="submit" look="primary" isWide isBusy={isSending}>
          {t('rate.send')}
        </Button>
      </div>
    </form>
  )
}
