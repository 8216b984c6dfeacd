import { Select, useAnswer, useClient, useText } from '#platform/ui/ui/index.ts'
import type { listTexts } from '../common/contract-texts.ts'
import type { CasePage } from '../common/presented.ts'
import type { TextStep } from '../common/standard-texts.ts'
import { fieldCaseMessages } from './messages.ts'

interface PickTextProps {
  readonly step: TextStep
  readonly of: Pick<CasePage, 'classKind' | 'classCode'>
  readonly text: string
  readonly onText: (text: string) => void
}

/** Standard texts of this step and class: written after what stands there, to be changed before it is sent. */
export function PickText({ step, of, text, onText }: PickTextProps) {
  const t = useText(fieldCaseMessages)
  const client = useClient()
  const ofClass = of.classKind && of.classCode ? { classKind: of.classKind, classCode: of.classCode } : {}
  const { answer } = useAnswer(`texts ${step} ${of.classKind} ${of.classCode}`, () =>
    client.query<typeof listTexts>('cases.list-texts', { step, ...ofClass }),
  )
  if (!answer || answer.rows.length === 0) return null
  return (
    <Select
      label={t('texts.pick')}
      placeholder={t('texts.choose')}
      value={null}
      onChange={textId => {
        const body = answer.rows.find(row => row.textId === textId)?.body ?? ''
        onText(text.trim() === '' ? body : `${text.trim()}\n${body}`)
      }}
      choices={answer.rows.map(({ textId, body }) => ({ value: textId, label: body }))}
      error={null}
    />
  )
}
