import { Checkbox, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { refusalIn, useDo, useRenew } from '#platform/ui/office/ask.ts'
import { forgetDraft, Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { putArticle } from '../common/contract.ts'
import { callTextLimits } from '../common/limits.ts'
import { hotlineOfficeMessages } from './messages.ts'

interface Typed {
  readonly title: string
  readonly body: string
  readonly from: string
  readonly isRetired?: boolean
}

interface ArticleFormProps {
  readonly articleId: string
  /** The version that the writer has read; 0 for a new article. */
  readonly seenVersion: number
  readonly start: Partial<Pick<Typed, 'title' | 'body'>>
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** The next version of an article with the day from which it is used. A draft stays until it is saved. */
export function ArticleForm({ articleId, seenVersion, start, onDone, onCancel }: ArticleFormProps) {
  const t = useText(hotlineOfficeMessages)
  const say = useSay()
  const renew = useRenew()
  const [day] = useState(() => dayOf(new Date().toISOString()))
  const draft = seenVersion === 0 ? 'hotline-article' : `hotline-article-${articleId}`
  const { send, isSending, trouble } = useDo<typeof putArticle>('hotline.put-article', {
    renews: ['hotline.'],
    onDone({ version }) {
      forgetDraft(draft)
      say(t('articles.saved', { version }))
      onDone()
    },
  })
  const isBehind = refusalIn(trouble, 'hotline/article-changed') !== null
  useEffect(() => {
    if (isBehind) renew(['hotline.show-article'])
    // oxlint-disable-next-line react/exhaustive-deps -- once per trouble; `renew` is new at each drawing
  }, [isBehind])
  return (
    <OfficeForm<Typed>
      name={draft}
      keepsDraft
      start={{ from: day, ...start }}
      submit={t('articles.save')}
      isSending={isSending}
      trouble={trouble}
      onCancel={onCancel}
      onSend={({ title, body, from, isRetired = false }) =>
        send({ articleId, seenVersion, title, body, from, isRetired })
      }
    >
      <Item name="title" label={t('articles.title')} isRequired>
        <Input maxLength={callTextLimits.title} autoFocus />
      </Item>
      <Item name="body" label={t('articles.body')} isRequired>
        <Input.TextArea rows={8} maxLength={callTextLimits.body} showCount />
      </Item>
      <Item name="from" label={t('articles.from')} hint={t('articles.from-hint')} isRequired>
        <Input type="date" />
      </Item>
      {seenVersion > 0 ? (
        <Form.Item name="isRetired" valuePropName="checked">
          <Checkbox>{t('articles.retire')}</Checkbox>
        </Form.Item>
      ) : null}
    </OfficeForm>
  )
}
