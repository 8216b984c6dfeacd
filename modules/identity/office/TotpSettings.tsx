import { Button, Input, QRCode } from 'antd'
import { useState } from 'react'
import { useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { beginTotp, confirmTotp, removeTotp } from '../common/contract.ts'
import { identityOfficeMessages } from './messages.ts'

interface TotpProps {
  readonly isOn: boolean
  readonly onChanged?: () => void
}

/** Turning one-time codes on (password, picture, first code) and off (password and code). */
export function TotpSettings({ isOn, onChanged }: TotpProps) {
  const t = useText(identityOfficeMessages)
  const [isOpen, setOpen] = useState(false)
  const done = () => {
    setOpen(false)
    onChanged?.()
  }
  return (
    <div className="o-stack">
      <p>{t(isOn ? 'totp.on' : 'totp.off')}</p>
      {!isOpen ? (
        <Button onClick={() => setOpen(true)}>{t(isOn ? 'totp.remove' : 'totp.begin')}</Button>
      ) : isOn ? (
        <RemoveTotp onDone={done} onCancel={() => setOpen(false)} />
      ) : (
        <BeginTotp onDone={done} onCancel={() => setOpen(false)} />
      )}
    </div>
  )
}

interface StepProps {
  readonly onDone: () => void
  readonly onCancel: () => void
}

function BeginTotp({ onDone, onCancel }: StepProps) {
  const t = useText(identityOfficeMessages)
  const { send, isSending, trouble, answer } = useDo<typeof beginTotp>('identity.begin-totp')
  if (answer) return <ConfirmTotp uri={answer.uri} secret={answer.secret} onDone={onDone} onCancel={onCancel} />
  return (
    <OfficeForm<{ readonly password: string }>
      name="begin-totp"
      submit={t('totp.begin')}
      isSending={isSending}
      trouble={trouble}
      onSend={send}
      onCancel={onCancel}
    >
      <Item name="password" label={t('password.current')} hint={t('totp.begin-why')} isRequired>
        <Input.Password autoComplete="current-password" autoFocus />
      </Item>
    </OfficeForm>
  )
}

function ConfirmTotp(props: StepProps & { readonly uri: string; readonly secret: string }) {
  const t = useText(identityOfficeMessages)
  const say = useSay()
  const { send, isSending, trouble } = useDo<typeof confirmTotp>('identity.confirm-totp', {
    renews: ['identity.'],
    onDone() {
      say(t('totp.done'))
      props.onDone()
    },
  })
  return (
    <>
      <p>{t('totp.scan')}</p>
      <div role="img" aria-label={t('totp.picture')}>
        <div aria-hidden="true">
          <QRCode value={props.uri} type="svg" size={184} bordered={false} />
        </div>
      </div>
      <p>
        {t('totp.by-hand')} <code className="o-code">{props.secret}</code>
      </p>
      <OfficeForm<{ readonly code: string }>
        name="confirm-totp"
        submit={t('totp.confirm')}
        isSending={isSending}
        trouble={trouble}
        onSend={send}
        onCancel={props.onCancel}
      >
        <Item name="code" label={t('totp.code')} isRequired>
          <Input autoComplete="one-time-code" inputMode="numeric" maxLength={6} autoFocus />
        </Item>
      </OfficeForm>
    </>
  )
}

function RemoveTotp({ onDone, onCancel }: StepProps) {
  const t = useText(identityOfficeMessages)
  const say = useSay()
  const { send, isSending, trouble } = useDo<typeof removeTotp>('identity.remove-totp', {
    renews: ['identity.'],
    onDone() {
      say(t('totp.removed'))
      onDone()
    },
  })
  return (
    <OfficeForm<{ readonly password: string; readonly code: string }>
      name="remove-totp"
      submit={t('totp.remove')}
      isDanger
      isSending={isSending}
      trouble={trouble}
      onSend={send}
      onCancel={onCancel}
    >
      <Item name="password" label={t('password.current')} isRequired>
        <Input.Password autoComplete="current-password" autoFocus />
      </Item>
      <Item name="code" label={t('totp.code')} isRequired>
        <Input autoComplete="one-time-code" inputMode="numeric" maxLength={6} />
      </Item>
    </OfficeForm>
  )
}
