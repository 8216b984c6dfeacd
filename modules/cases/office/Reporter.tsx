import { Button, Input } from 'antd'
import { useState } from 'react'
import { useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { seeReporter } from '../common/contract.ts'
import { textLimits } from '../common/limits.ts'
import { caseOfficeMessages } from './messages.ts'
import type { ShownCase } from './shown-case.ts'

interface ReporterProps {
  readonly caseId: string
  readonly reporter: NonNullable<ShownCase['reporter']>
}

/** Who reported it, masked; whoever may look says why first. */
export function Reporter({ caseId, reporter }: ReporterProps) {
  const t = useText(caseOfficeMessages)
  const [isAsking, setAsking] = useState(false)
  const { send, isSending, trouble, answer } = useDo<typeof seeReporter>('cases.see-reporter')
  const { name, phone } = answer ?? reporter
  return (
    <>
      <dt>{t('story.reporter')}</dt>
      <dd>
        {name || phone
          ? t('story.reporter-masked', { name: name ?? '', phone: phone ?? '' })
          : t('story.reporter-none')}{' '}
        {reporter.maySee && !answer && !isAsking ? (
          <Button size="small" onClick={() => setAsking(true)}>
            {t('story.see-reporter')}
          </Button>
        ) : null}
        {isAsking && !answer ? (
          <OfficeForm<{ readonly reason: string }>
            name="see-reporter"
            submit={t('story.see-reporter')}
            isSending={isSending}
            trouble={trouble}
            onSend={({ reason }) => send({ caseId, reason })}
            onCancel={() => setAsking(false)}
          >
            <Item name="reason" label={t('story.see-reason')} hint={t('story.see-hint')} isRequired>
              <Input maxLength={textLimits.reason} autoFocus />
            </Item>
          </OfficeForm>
        ) : null}
      </dd>
    </>
  )
}
