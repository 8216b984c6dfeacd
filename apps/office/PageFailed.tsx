import { Button } from 'antd'
import { Blank } from '#platform/ui/office/Blank.tsx'
import { officeMessages } from '#platform/ui/office/messages.ts'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { shellMessages } from './messages.ts'

/** A page whose file did not come, or that broke: the frame around it stays. */
export function PageFailed() {
  const t = useText(shellMessages, officeMessages)
  return (
    <OfficePage title={t('shell.failed')}>
      <Blank title={t('shell.failed-body')}>
        <Button onClick={() => window.location.reload()}>{t('again')}</Button>
      </Blank>
    </OfficePage>
  )
}

/** An address that leads nowhere. */
export function NoSuchPage() {
  const t = useText(officeMessages)
  return (
    <OfficePage title={t('not-found.title')}>
      <Blank title={t('not-found.body')} />
    </OfficePage>
  )
}
