import { Button, Form, Input } from 'antd'
import { useEffect } from 'react'
import { useDo } from '#platform/ui/office/ask.ts'
import { forgetDraft, Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { answerCall, Call } from '../common/contract.ts'
import { callTextLimits } from '../common/limits.ts'
import type { UsedArticle } from './Knowledge.tsx'
import { hotlineOfficeMessages } from './messages.ts'

interface AnswerFormProps {
  readonly call: Call
  readonly used: UsedArticle | null
  readonly onUsed: (article: UsedArticle | null) => void
  readonly onCancel: () => void
}

/** What was told the caller, in own words or with an article, which is recorded with its version. */
export function AnswerForm({ call: { callId }, used, onUsed, onCancel }: AnswerFormProps) {
  const t = useText(hotlineOfficeMessages)
  const say = useSay()
  const draft = `hotline-answer-${callId}`
  const { send, isSending, trouble } = useDo<typeof answerCall>('hotline.answer-call', {
    renews: ['hotline.'],
    onDone() {
      forgetDraft(draft)
      onUsed(null)
      say(t('call.answered'))
    },
  })
  return (
    <OfficeForm<{ readonly answer: string }>
      name={draft}
      keepsDraft
      submit={t('call.record-answer')}
      isSending={isSending}
      trouble={trouble}
      onCancel={onCancel}
      onSend={({ answer }) => send({ callId, answer, ...(used ? { articleId: used.articleId } : {}) })}
    >
      {used ? (
        <p>
          {t('call.from-article', { title: used.title })}{' '}
          <Button size="small" onClick={() => onUsed(null)}>
            {t('call.no-article')}
          </Button>
        </p>
      ) : null}
      <Item name="answer" label={t('call.words')} hint={t('call.words-hint')} isRequired>
        <Input.TextArea rows={5} maxLength={callTextLimits.answer} showCount autoFocus />
      </Item>
      <WordsOf used={used} />
    </OfficeForm>
  )
}

/** Adds the text of an article when it is chosen; what was typed before stays. */
function WordsOf({ used }: { readonly used: UsedArticle | null }) {
  const form = Form.useFormInstance<{ answer: string }>()
  useEffect(() => {
    if (!used) return
    const typed = (form.getFieldValue('answer') as string | undefined) ?? ''
    if (!typed.includes(used.body)) form.setFieldsValue({ answer: [typed, used.body].filter(Boolean).join('\n') })
  }, [form, used])
  return null
}
