import { Button, Input } from 'antd'
import { useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import { useKeys } from '#platform/ui/office/keys.ts'
import { forgetDraft, Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { giveFeedback, openCaseFromEntry, transferEntry } from '../common/contract.ts'
import { diaryTextLimits } from '../common/limits.ts'
import type { ShownEntry } from './EntryPage.tsx'
import { diaryOfficeMessages } from './messages.ts'

const ways = { answer: 'a', watch: 'w', case: 'o', transfer: 't' } as const
type Way = keyof typeof ways

interface FormProps {
  readonly entry: ShownEntry
  readonly onCancel: () => void
}

/** Four ways, one key each. What needs another permission is not offered. */
export function SettleEntry({ entry }: { readonly entry: ShownEntry }) {
  const t = useText(diaryOfficeMessages)
  const may = useMay()
  const [way, setWay] = useState<Way | null>(null)
  const offered = (Object.keys(ways) as Way[]).filter(one => {
    if (one === 'case') return may('cases.report')
    return one !== 'transfer' || (may('cases.report') && may('cases.move-level'))
  })
  useKeys(Object.fromEntries(offered.map(one => [ways[one], () => setWay(one)])))
  const onCancel = () => setWay(null)
  return (
    <>
      <div className="di-choices">
        {offered.map(one => (
          <Button
            key={one}
            type={way === one ? 'primary' : 'default'}
            aria-expanded={way === one}
            aria-keyshortcuts={ways[one]}
            onClick={() => setWay(one)}
          >
            {t(`settle.${one}`)}
            <kbd aria-hidden="true">{ways[one]}</kbd>
          </Button>
        ))}
      </div>
      {way === 'answer' || way === 'watch' ? (
        <AnswerForm key={way} entry={entry} watch={way === 'watch'} onCancel={onCancel} />
      ) : null}
      {way === 'case' ? <CaseForm entry={entry} onCancel={onCancel} /> : null}
      {way === 'transfer' ? <TransferForm entry={entry} onCancel={onCancel} /> : null}
    </>
  )
}

function AnswerForm({ entry: { entryId }, watch, onCancel }: FormProps & { readonly watch: boolean }) {
  const t = useText(diaryOfficeMessages)
  const say = useSay()
  const draft = `diary-answer-${entryId}`
  const { send, isSending, trouble } = useDo<typeof giveFeedback>('diary.give-feedback', {
    renews: ['diary.', 'inbox.'],
    onDone() {
      forgetDraft(draft)
      say(t('answer.done'))
      onCancel()
    },
  })
  return (
    <OfficeForm<{ readonly text: string }>
      name={draft}
      keepsDraft
      submit={t(watch ? 'answer.submit-watch' : 'answer.submit')}
      isSending={isSending}
      trouble={trouble}
      onCancel={onCancel}
      onSend={({ text }) => send({ entryId, text, watch })}
    >
      <Item name="text" label={t('answer.text')} hint={t(watch ? 'answer.watch-hint' : 'answer.text-hint')} isRequired>
        <Input.TextArea rows={4} maxLength={diaryTextLimits.feedback} showCount autoFocus />
      </Item>
    </OfficeForm>
  )
}

interface CaseWords {
  readonly description: string
  readonly title?: string
}

function CaseForm({ entry, onCancel }: FormProps) {
  const t = useText(diaryOfficeMessages)
  const say = useSay()
  const [caseId] = useState(newId)
  const { entryId } = entry
  const draft = `diary-case-${entryId}`
  const { send, isSending, trouble } = useDo<typeof openCaseFromEntry>('diary.open-case', {
    renews: ['diary.', 'cases.', 'inbox.'],
    onDone({ number }) {
      forgetDraft(draft)
      say(t('case.done', { number }))
    },
  })
  return (
    <OfficeForm<CaseWords & { readonly told?: string }>
      name={draft}
      keepsDraft
      start={{ description: entry.text }}
      submit={t('case.submit')}
      isSending={isSending}
      trouble={trouble}
      onCancel={onCancel}
      onSend={({ description, title, told = '' }) =>
        send({ entryId, caseId, description, told, ...(title ? { title } : {}) })
      }
    >
      <WordsOfCase />
      <Item name="told" label={t('case.told')} isOptional>
        <Input.TextArea rows={2} maxLength={diaryTextLimits.feedback} />
      </Item>
    </OfficeForm>
  )
}

function TransferForm({ entry, onCancel }: FormProps) {
  const t = useText(diaryOfficeMessages)
  const say = useSay()
  const [caseId] = useState(newId)
  const { entryId } = entry
  const draft = `diary-transfer-${entryId}`
  const { send, isSending, trouble } = useDo<typeof transferEntry>('diary.transfer', {
    renews: ['diary.', 'cases.', 'inbox.'],
    onDone({ number, orderNumber: order }) {
      forgetDraft(draft)
      say(t('transfer.done', { number, order }))
    },
  })
  return (
    <OfficeForm<CaseWords & { readonly note: string }>
      name={draft}
      keepsDraft
      start={{ description: entry.text }}
      submit={t('transfer.submit')}
      isSending={isSending}
      trouble={trouble}
      onCancel={onCancel}
      onSend={({ description, title, note }) =>
        send({ entryId, caseId, description, note, ...(title ? { title } : {}) })
      }
    >
      <Item name="note" label={t('transfer.note')} hint={t('transfer.note-hint')} isRequired>
        <Input.TextArea rows={3} maxLength={diaryTextLimits.note} showCount autoFocus />
      </Item>
      <WordsOfCase />
    </OfficeForm>
  )
}

function WordsOfCase() {
  const t = useText(diaryOfficeMessages)
  return (
    <>
      <Item name="description" label={t('case.description')} isRequired>
        <Input.TextArea rows={4} maxLength={diaryTextLimits.text} showCount />
      </Item>
      <Item name="title" label={t('case.title')} isOptional>
        <Input maxLength={diaryTextLimits.title} />
      </Item>
    </>
  )
}
