import { Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { PhotoInput } from '#platform/ui/ui/PhotoInput.tsx'
import { usePhotos } from '#platform/ui/ui/use-photos.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { reportPoint } from '../common/contract.ts'
import { photosPerStep, textLimits } from '../common/limits.ts'
import { fenOf, type Quantity, yuanOf } from '../common/quantity.ts'
import { campaignsOfficeMessages } from './messages.ts'
import type { ShownPoint } from './PointPage.tsx'
import { filledLines, QuantityLines } from './QuantityLines.tsx'

interface Typed {
  readonly cost?: number
  readonly note?: string
  readonly lateReason?: string
}

/** Reporting done: what was done, what it cost, photos from after; late, also why. */
export function ReportForm({ point, onEnd }: { readonly point: ShownPoint; readonly onEnd: () => void }) {
  const t = useText(campaignsOfficeMessages)
  const [lines, setLines] = useState<readonly Quantity[]>(point.estimate)
  const [isEarly, setEarly] = useState(false)
  const photos = usePhotos(photosPerStep)
  const { pointId } = point
  const send = useDo<typeof reportPoint>('campaigns.report-point', { renews: ['campaigns.', 'inbox.'], onDone: onEnd })
  const report = ({ cost = 0, note = '', lateReason = '' }: Typed) => {
    setEarly(photos.isSending)
    if (photos.isSending) return
    const done = { lines: filledLines(lines), costFen: fenOf(cost), note, photos: [...photos.fileIds], lateReason }
    send.send({ pointId, ...done })
  }
  return (
    <OfficeForm<Typed>
      name="report-point"
      start={{ cost: yuanOf(point.estimateFen) }}
      submit={t('point.report')}
      isSending={send.isSending}
      trouble={send.trouble}
      onCancel={onEnd}
      onSend={report}
    >
      <QuantityLines label={t('done.lines')} lines={lines} onChange={setLines} />
      <Item name="cost" label={t('done.cost')} isOptional>
        <InputNumber min={0} precision={2} style={{ width: '12rem' }} />
      </Item>
      <Item name="note" label={t('point.words')} isOptional>
        <Input.TextArea rows={2} maxLength={textLimits.note} />
      </Item>
      {point.standing === 'overdue' ? (
        <Item name="lateReason" label={t('done.late')} isRequired={point.lateReasons.length === 0}>
          <Input.TextArea rows={2} maxLength={textLimits.reason} />
        </Item>
      ) : null}
      <PhotoInput
        label={t('done.photos')}
        photos={photos}
        error={isEarly && photos.isSending ? t('done.wait') : null}
      />
    </OfficeForm>
  )
}
