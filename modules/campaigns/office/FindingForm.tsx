import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { PlaceOnMap } from '#modules/grid/office/index.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { PhotoInput } from '#platform/ui/ui/PhotoInput.tsx'
import { usePhotos } from '#platform/ui/ui/use-photos.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { amendPoint, surveyPoint } from '../common/contract.ts'
import { photosPerStep, textLimits } from '../common/limits.ts'
import { campaignsMessages } from '../common/messages.ts'
import { fenOf, type Quantity, type Work, works, yuanOf } from '../common/quantity.ts'
import { campaignsOfficeMessages } from './messages.ts'
import type { ShownPoint } from './PointPage.tsx'
import { filledLines, QuantityLines } from './QuantityLines.tsx'

interface Typed {
  readonly work: Work
  readonly note: string
  readonly address?: string
  readonly cost?: number
  readonly reason?: string
}

interface FindingFormProps {
  readonly campaignId: string
  /** Left out: a new point. */
  readonly point?: ShownPoint
  readonly onEnd: () => void
  readonly onDone: (gridNames: readonly string[]) => void
}

/** What was found where, and what it will take. */
export function FindingForm({ campaignId, point, onEnd, onDone }: FindingFormProps) {
  const t = useText(campaignsOfficeMessages, campaignsMessages)
  const [pointId] = useState(() => point?.pointId ?? newId())
  const [lines, setLines] = useState<readonly Quantity[]>(point?.estimate ?? [])
  const [place, setPlace] = useState<Point | null>(null)
  const [isEarly, setEarly] = useState(false)
  const photos = usePhotos(photosPerStep)
  const renews = ['campaigns.', 'inbox.']
  const survey = useDo<typeof surveyPoint>('campaigns.survey-point', {
    renews,
    onDone: answer => onDone(answer.gridNames),
  })
  const amend = useDo<typeof amendPoint>('campaigns.amend-point', { renews, onDone: () => onDone([]) })
  const send = ({ work, note, address = '', cost = 0, reason = '' }: Typed) => {
    const isWaiting = photos.isSending || (point === undefined && place === null)
    setEarly(isWaiting)
    if (isWaiting) return
    const finding = { work, note, address, estimate: filledLines(lines), estimateFen: fenOf(cost) }
    const more = { pointId, photos: [...photos.fileIds] }
    if (point) amend.send({ ...finding, ...more, reason })
    else if (place) survey.send({ ...finding, ...more, campaignId, place: { lon: place.lon, lat: place.lat } })
  }
  const start: Partial<Typed> = point
    ? { work: point.work, note: point.note, address: point.address, cost: yuanOf(point.estimateFen) }
    : { work: 'clearing' }
  const needsReason = point !== undefined && point.state !== 'surveyed'
  return (
    <OfficeForm<Typed>
      name="finding"
      start={start}
      submit={t(point ? 'find.save' : 'find.send')}
      isSending={survey.isSending || amend.isSending}
      trouble={survey.trouble ?? amend.trouble}
      onCancel={onEnd}
      onSend={send}
    >
      <Item name="work" label={t('find.work')} isRequired>
        <Select options={works.map(work => ({ value: work, label: t(`campaigns.work.${work}`) }))} />
      </Item>
      <Item name="note" label={t('find.note')} isRequired>
        <Input.TextArea rows={3} maxLength={textLimits.note} />
      </Item>
      <Item name="address" label={t('find.address')} isOptional>
        <Input maxLength={textLimits.address} />
      </Item>
      <QuantityLines label={t('find.lines')} lines={lines} onChange={setLines} />
      <Item name="cost" label={t('find.cost')} isOptional>
        <InputNumber min={0} precision={2} style={{ width: '12rem' }} />
      </Item>
      {needsReason ? (
        <Item name="reason" label={t('find.reason')} isRequired>
          <Input.TextArea rows={2} maxLength={textLimits.reason} />
        </Item>
      ) : null}
      {point ? null : (
        <PlaceOnMap
          title={t('find.place')}
          none={t('find.no-place')}
          point={place}
          onPoint={setPlace}
          isMissing={isEarly && place === null}
        />
      )}
      <PhotoInput
        label={t('find.photos')}
        photos={photos}
        error={isEarly && photos.isSending ? t('done.wait') : null}
      />
    </OfficeForm>
  )
}
