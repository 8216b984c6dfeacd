import { Button } from 'antd'
import { Blank } from '#platform/ui/office/Blank.tsx'
import { officeMessages } from '#platform/ui/office/messages.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { shellMessages } from './messages.ts'

/** A page whose file did not come, or that broke: the frame around it stays. */
export function PageFailed() {
  const t = useText(shellMessages, officeMessages)
  return (
    <Blank title={t('shell.failed')}>
      <p>{t('shell.failed-body')}</p>
      <Button onClick={() => window.location.reload()}>{t('again')}</Button>
    </Blank>
  )
}
