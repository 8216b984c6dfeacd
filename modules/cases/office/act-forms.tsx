import { Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { PhotoInput } from '#platform/ui/ui/PhotoInput.tsx'
import { type Photos, usePhotos } from '#platform/ui/ui/use-photos.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { handleCase, verifyCase } from '../common/contract.ts'
import type { reportCheck } from '../common/contract-procedure.ts'
import { photosPerStep, textLimits } from '../common/limits.ts'
import { casesMessages } from '../common/messages.ts'
import type { StepProps } from './ActForm.tsx'
import { caseOfficeMessages } from './messages.ts'
import { useStep } from './use-step.ts'

export function HandleForm(step: StepProps) {
  const t = useText(caseOfficeMessages, casesMessages)
  const photos = usePhotos(photosPerStep)
  const { send, form } = useStep<typeof handleCase>('cases.handle', step)
  const [isEarly, setEarly] = useState(false)
  return (
    <OfficeForm<{ readonly note: string }>
      {...form}
      name={step.draft}
      keepsDraft
      submit={t('cases.action.handle')}
      onCancel={step.onCancel}
      onSend={({ note }) => {
        setEarly(photos.isSending)
        if (photos.isSending) return
        send({ caseId: step.shown.caseId, version: step.version, note, photos: [...photos.fileIds] })
      }}
    >
      <Item name="note" label={t('act.handle.note')} isRequired>
        <Input.TextArea rows={3} maxLength={textLimits.note} showCount autoFocus />
      </Item>
      <StepPhotos label={t('act.photos')} photos={photos} isEarly={isEarly} />
    </OfficeForm>
  )
}

interface Verified {
  readonly result: 'passed' | 'failed'
  readonly note?: string
}

export function VerifyForm(step: StepProps) {
  const t = useText(caseOfficeMessages, casesMessages)
  const photos = usePhotos(photosPerStep)
  const { send, form } = useStep<typeof verifyCase>('cases.verify', step)
  const [isEarly, setEarly] = useState(false)
  return (
    <OfficeForm<Verified>
      {...form}
      name={step.draft}
      keepsDraft
      submit={t('cases.action.verify')}
      onCancel={step.onCancel}
      onSend={({ result, note }) => {
        setEarly(photos.isSending)
        if (photos.isSending) return
        const said = note ? { note } : {}
        const passed = result === 'passed'
        send({ caseId: step.shown.caseId, version: step.version, passed, photos: [...photos.fileIds], ...said })
      }}
    >
      <Item name="result" label={t('act.verify.result')} isRequired>
        <Radio.Group
          options={[
            { value: 'passed', label: t('act.verify.passed') },
            { value: 'failed', label: t('act.verify.failed') },
          ]}
        />
      </Item>
      <Form.Item noStyle dependencies={['result']}>
        {({ getFieldValue }) => {
          const isFailed = getFieldValue('result') === 'failed'
          return (
            <Item
              name="note"
              label={t(isFailed ? 'act.verify.failed-why' : 'act.note')}
              isRequired={isFailed}
              isOptional={!isFailed}
            >
              <Input.TextArea rows={3} maxLength={textLimits.note} showCount />
            </Item>
          )
        }}
      </Form.Item>
      <StepPhotos label={t('act.verify.photos')} photos={photos} isEarly={isEarly} />
    </OfficeForm>
  )
}

interface Checked {
  readonly found: 'so' | 'not-so'
  readonly note: string
}

/** What a check before filing found on the spot. */
export function ReportCheckForm(step: StepProps) {
  const t = useText(caseOfficeMessages, casesMessages)
  const photos = usePhotos(photosPerStep)
  const { send, form } = useStep<typeof reportCheck>('cases.report-check', step)
  const [isEarly, setEarly] = useState(false)
  return (
    <OfficeForm<Checked>
      {...form}
      name={step.draft}
      keepsDraft
      submit={t('cases.action.report-check')}
      onCancel={step.onCancel}
      onSend={({ found, note }) => {
        setEarly(photos.isSending)
        if (photos.isSending) return
        const isTrue = found === 'so'
        send({ caseId: step.shown.caseId, version: step.version, isTrue, note, photos: [...photos.fileIds] })
      }}
    >
      <Item name="found" label={t('act.check.found')} isRequired>
        <Radio.Group
          options={[
            { value: 'so', label: t('act.check.so') },
            { value: 'not-so', label: t('act.check.not-so') },
          ]}
        />
      </Item>
      <Item name="note" label={t('act.check.note')} isRequired>
        <Input.TextArea rows={3} maxLength={textLimits.note} showCount />
      </Item>
      <StepPhotos label={t('act.verify.photos')} photos={photos} isEarly={isEarly} />
    </OfficeForm>
  )
}

interface StepPhotosProps {
  readonly label: string
  readonly photos: Photos
  readonly isEarly: boolean
}

function StepPhotos({ label, photos, isEarly }: StepPhotosProps) {
  const t = useText(caseOfficeMessages)
  return <PhotoInput label={label} photos={photos} error={isEarly && photos.isSending ? t('act.photos-wait') : null} />
}
