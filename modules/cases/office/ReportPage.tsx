import { Alert, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { PlaceOnMap } from '#modules/grid/office/index.ts'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import { forgetDraft, Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { PhotoInput } from '#platform/ui/ui/PhotoInput.tsx'
import { usePhotos } from '#platform/ui/ui/use-photos.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { type CaseSource, caseSources } from '../common/case-file.ts'
import type { reportCase } from '../common/contract.ts'
import { photosPerStep, textLimits } from '../common/limits.ts'
import { casesMessages } from '../common/messages.ts'
import { caseOfficeMessages } from './messages.ts'
import './cases-office.css'

type Reported = OutputOf<typeof reportCase>
const draft = 'report'

interface Typed {
  readonly source: CaseSource
  readonly description: string
  readonly title?: string
  readonly address?: string
  readonly name?: string
  readonly phone?: string
}

/** A new report, from the hotline or one's own eyes. */
export function Page() {
  const t = useText(caseOfficeMessages)
  const [reported, setReported] = useState<Reported | null>(null)
  return (
    <OfficePage title={t('report.title')} about={t('report.about')}>
      {reported ? (
        <Done reported={reported} onAnother={() => setReported(null)} />
      ) : (
        <ReportForm onDone={setReported} />
      )}
    </OfficePage>
  )
}

function ReportForm({ onDone }: { readonly onDone: (reported: Reported) => void }) {
  const t = useText(caseOfficeMessages, casesMessages)
  const say = useSay()
  const [caseId] = useState(newId)
  const [place, setPlace] = useState<Point | null>(null)
  const [isEarly, setEarly] = useState(false)
  const photos = usePhotos(photosPerStep)
  const { send, isSending, trouble } = useDo<typeof reportCase>('cases.report', {
    renews: ['cases.', 'inbox.'],
    onDone(answer) {
      forgetDraft(draft)
      say(t('report.done', { number: answer.number }))
      onDone(answer)
    },
  })
  const report = ({ source, description, title, address, name, phone }: Typed) => {
    setEarly(photos.isSending)
    if (photos.isSending) return
    send({
      caseId,
      source,
      description,
      photos: [...photos.fileIds],
      ...(title ? { title } : {}),
      ...(address ? { address } : {}),
      ...(place ? { place } : {}),
      ...(name || phone ? { reporter: { ...(name ? { name } : {}), ...(phone ? { phone } : {}) } } : {}),
    })
  }
  return (
    <div className="o-card co-form-wide">
      <OfficeForm<Typed>
        name={draft}
        keepsDraft
        start={{ source: 'hotline' }}
        submit={t('report.submit')}
        isSending={isSending}
        trouble={trouble}
        onSend={report}
      >
        <Item name="source" label={t('report.source')} isRequired>
          <Select options={caseSources.map(value => ({ value, label: t(`cases.source.${value}`) }))} />
        </Item>
        <Item name="description" label={t('report.description')} hint={t('report.description-hint')} isRequired>
          <Input.TextArea rows={4} maxLength={textLimits.description} showCount autoFocus />
        </Item>
        <Item name="title" label={t('act.title')} hint={t('act.title-hint')} isOptional>
          <Input maxLength={textLimits.title} />
        </Item>
        <Item name="address" label={t('report.address')} isOptional>
          <Input maxLength={textLimits.address} />
        </Item>
        <PlaceOnMap title={t('report.place')} none={t('report.no-place')} point={place} onPoint={setPlace} />
        <PhotoInput
          label={t('report.photos')}
          photos={photos}
          error={isEarly && photos.isSending ? t('act.photos-wait') : null}
        />
        <Item name="name" label={t('report.reporter-name')} isOptional>
          <Input maxLength={textLimits.reporterName} autoComplete="off" />
        </Item>
        <Item name="phone" label={t('report.reporter-phone')} isOptional>
          <Input maxLength={textLimits.reporterPhone} autoComplete="off" inputMode="tel" />
        </Item>
      </OfficeForm>
    </div>
  )
}

function Done({ reported, onAnother }: { readonly reported: Reported; readonly onAnother: () => void }) {
  const t = useText(caseOfficeMessages)
  return (
    <Alert
      type="success"
      showIcon
      title={t('report.done-title', { number: reported.number })}
      description={
        <>
          <p>
            {reported.noGrid
              ? t('report.done-no-grid')
              : t('report.done-grid', { names: reported.gridNames.join(' / ') })}
          </p>
          <p>
            {t('report.code')} <code className="o-code">{reported.followCode}</code>
          </p>
          <div className="o-actions co-part">
            <Button type="primary" autoFocus onClick={onAnother}>
              {t('report.another')}
            </Button>
            <Link to="/cases/$caseId" params={{ caseId: reported.caseId }}>
              {t('report.open')}
            </Link>
          </div>
        </>
      }
    />
  )
}
