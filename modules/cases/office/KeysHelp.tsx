import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useKeys } from '#platform/ui/office/keys.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { caseOfficeMessages } from './messages.ts'

/** All keys of the desk, at `?`. */
export function KeysHelp() {
  const t = useText(caseOfficeMessages)
  const [isOpen, setOpen] = useState(false)
  useKeys({ '?': () => setOpen(true) })
  const line = (keys: string, text: string) => (
    <>
      <dt>
        {keys.split(' ').map(key => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{text}</dd>
    </>
  )
  return (
    <>
      <span className="o-soft">{t('desk.keys')}</span>{' '}
      <Button aria-keyshortcuts="?" onClick={() => setOpen(true)}>
        {t('desk.help')}
      </Button>
      <Modal open={isOpen} title={t('desk.help-title')} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <dl className="o-facts">
          {line('j k', t('desk.help-move'))}
          {line('a f d …', t('desk.help-act'))}
          {line('1 2 3', t('desk.help-suggest'))}
          {line('/', t('desk.help-search'))}
          {line('Esc', t('desk.help-close'))}
          {line('?', t('desk.help-this'))}
        </dl>
      </Modal>
    </>
  )
}
