import { Button, Input } from 'antd'
import { useState } from 'react'
import { useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { seePerson } from '../common/contract.ts'
import { diaryTextLimits } from '../common/limits.ts'
import { diaryOfficeMessages } from './messages.ts'

/** Whom one met, after saying why one looks; the look is on record. */
export function PersonMet({ entryId, hasPerson }: { readonly entryId: string; readonly hasPerson: boolean }) {
  const t = useText(diaryOfficeMessages)
  const [isAsking, setAsking] = useState(false)
  const { send, isSending, trouble, answer } = useDo<typeof seePerson>('diary.see-person')
  if (!hasPerson) return <p className="o-hint">{t('person.none')}</p>
  if (answer) {
    return (
      <dl className="o-facts" aria-live="polite">
        <dt>{t('person.title')}</dt>
        <dd>{answer.person}</dd>
      </dl>
    )
  }
  if (!isAsking) {
    return (
      <div>
        <Button onClick={() => setAsking(true)}>{t('person.see')}</Button>
      </div>
    )
  }
  return (
    <OfficeForm<{ readonly reason: string }>
      name="see-person"
      submit={t('person.see')}
      isSending={isSending}
      trouble={trouble}
      onCancel={() => setAsking(false)}
      onSend={({ reason }) => send({ entryId, reason })}
    >
      <Item name="reason" label={t('person.reason')} hint={t('person.hint')} isRequired>
        <Input maxLength={diaryTextLimits.reason} autoComplete="off" autoFocus />
      </Item>
    </OfficeForm>
  )
}
