import { Form, Select } from 'antd'
import { byName } from '#platform/ui/office/by-name.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listTexts } from '../common/contract-texts.ts'
import { type TextStep, textSteps } from '../common/standard-texts.ts'
import type { ShownCase } from './shown-case.ts'
import { textMessages } from './text-messages.ts'

interface PickTextProps {
  readonly step: string
  readonly shown: Pick<ShownCase, 'classKind' | 'classCode'>
  /** The field of the form into which it is written, after what stands there. */
  readonly field: string
}

/** Standard texts for this step and class, for choosing; nothing is shown where there are none. */
export function PickText({ step, shown, field }: PickTextProps) {
  const t = useText(textMessages)
  const form = Form.useFormInstance()
  const known = textSteps.find((one): one is TextStep => one === step)
  const ofClass = shown.classKind && shown.classCode ? { classKind: shown.classKind, classCode: shown.classCode } : {}
  const { data } = useAsk<typeof listTexts>(
    'cases.list-texts',
    { ...(known ? { step: known } : {}), ...ofClass },
    { enabled: known !== undefined },
  )
  if (!data || data.rows.length === 0) return null
  return (
    <Select
      className="co-pick-text"
      aria-label={t('texts.pick')}
      placeholder={t('texts.pick')}
      value={null}
      showSearch={byName}
      options={data.rows.map(({ textId, body }) => ({ value: textId, label: body }))}
      onSelect={(_, { label }) => {
        const written = String(form.getFieldValue(field) ?? '').trim()
        form.setFieldValue(field, written === '' ? label : `${written}\n${label}`)
      }}
    />
  )
}
