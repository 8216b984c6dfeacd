import { Link } from '@tanstack/react-router'
import { Alert, Input, Modal } from 'antd'
import { useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { createPerson } from '../common/contract.ts'
import { identityOfficeMessages } from './messages.ts'

/** A new colleague with an account; the temporary password is shown once. */
export function AddPerson({ onClose }: { readonly onClose: () => void }) {
  const t = useText(identityOfficeMessages)
  const [personId] = useState(newId)
  const [name, setName] = useState('')
  const { send, isSending, trouble, answer } = useDo<typeof createPerson>('identity.create-person', {
    renews: ['identity.list-people'],
  })
  return (
    <Modal open title={t('people.add')} footer={null} onCancel={onClose}>
      {answer ? (
        <>
          <TemporaryPassword
            title={t('people.added', { name })}
            login={answer.login}
            password={answer.temporaryPassword}
          />
          <p className="o-hint">
            {t('people.added-next')}{' '}
            <Link to="/posts" search={{ vacant: 'yes' } as never}>
              {t('person.find-post')}
            </Link>
          </p>
        </>
      ) : (
        <OfficeForm<{ readonly name: string; readonly login: string }>
          name="add-person"
          submit={t('people.add')}
          isSending={isSending}
          trouble={trouble}
          onCancel={onClose}
          onSend={typed => {
            setName(typed.name)
            send({ personId, ...typed })
          }}
        >
          <p className="o-hint">{t('people.add-why')}</p>
          <Item name="name" label={t('people.name')} isRequired>
            <Input maxLength={60} autoComplete="off" autoFocus />
          </Item>
          <Item name="login" label={t('people.login')} hint={t('set-up.login-hint')} isRequired>
            <Input maxLength={40} autoComplete="off" />
          </Item>
        </OfficeForm>
      )}
    </Modal>
  )
}

interface TemporaryPasswordProps {
  readonly title: string
  readonly login: string
  readonly password: string
}

export function TemporaryPassword({ title, login, password }: TemporaryPasswordProps) {
  const t = useText(identityOfficeMessages)
  return (
    <Alert
      type="success"
      title={title}
      description={
        <>
          <p>{t('people.temporary', { login })}</p>
          <code className="o-code">{password}</code>
        </>
      }
    />
  )
}
