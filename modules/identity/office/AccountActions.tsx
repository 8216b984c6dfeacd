import { Button, Popconfirm } from 'antd'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { disableAccount, enableAccount, resetPassword, resetTotp, showPerson } from '../common/contract.ts'
import { TemporaryPassword } from './AddPerson.tsx'
import { identityOfficeMessages } from './messages.ts'

interface AccountActionsProps {
  readonly personId: string
  readonly account: NonNullable<OutputOf<typeof showPerson>['account']>
}

/** What the administrators may do with an account, each with its consequence in words. */
export function AccountActions({ personId, account }: AccountActionsProps) {
  const t = useText(identityOfficeMessages)
  const may = useMay()
  const say = useSay()
  const done = { renews: ['identity.'], onDone: () => say(t('person.done')) }
  const reset = useDo<typeof resetPassword>('identity.reset-password', { renews: ['identity.'] })
  const disable = useDo<typeof disableAccount>('identity.disable-account', done)
  const enable = useDo<typeof enableAccount>('identity.enable-account', done)
  const totp = useDo<typeof resetTotp>('identity.reset-totp', done)
  const trouble = reset.trouble ?? disable.trouble ?? enable.trouble ?? totp.trouble
  return (
    <>
      <Told trouble={trouble} />
      {reset.answer ? (
        <TemporaryPassword
          title={t('person.reset-password')}
          login={account.login}
          password={reset.answer.temporaryPassword}
        />
      ) : null}
      <div className="o-actions">
        {may('identity.manage-accounts') ? (
          <>
            <Sure
              label={t('person.reset-password')}
              why={t('person.reset-password-why')}
              onSure={() => reset.send({ personId })}
            />
            {account.state === 'active' ? (
              <Sure
                label={t('person.disable')}
                why={t('person.disable-why')}
                isDanger
                onSure={() => disable.send({ personId })}
              />
            ) : (
              <Button onClick={() => enable.send({ personId })}>{t('person.enable')}</Button>
            )}
          </>
        ) : null}
        {may('identity.manage-access') && account.totpOn ? (
          <Sure
            label={t('person.reset-totp')}
            why={t('person.reset-totp-why')}
            isDanger
            onSure={() => totp.send({ personId })}
          />
        ) : null}
      </div>
    </>
  )
}

interface SureProps {
  readonly label: string
  readonly why: string
  readonly isDanger?: boolean
  readonly onSure: () => void
}

function Sure({ label, why, isDanger = false, onSure }: SureProps) {
  const t = useText(identityOfficeMessages)
  return (
    <Popconfirm
      title={label}
      description={why}
      okText={t('person.sure')}
      cancelButtonProps={{ autoFocus: true }}
      onConfirm={onSure}
    >
      <Button danger={isDanger}>{label}</Button>
    </Popconfirm>
  )
}
