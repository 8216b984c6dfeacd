import { Input } from 'antd'
import { useEffect } from 'react'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { setUp, setupState } from '../common/contract.ts'
import { identityOfficeMessages } from './messages.ts'
import { Outside } from './SignIn.tsx'

export function useSetUpState() {
  return useAsk<typeof setupState>('identity.setup-state', {})
}

const administrators = ['system', 'security', 'audit'] as const
type Administrator = { readonly name: string; readonly login: string; readonly password: string }
interface Typed extends Record<(typeof administrators)[number], Administrator> {
  readonly token: string
  readonly unitName: string
}

/** The first start: three people, once. */
export function SetUp({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const t = useText(identityOfficeMessages)
  const { send, isSending, trouble } = useDo<typeof setUp>('identity.set-up', { onDone: onSignedIn })
  const said = (who: (typeof administrators)[number], label: string) =>
    t('set-up.said', { who: t(`set-up.short-${who}`), label })
  useEffect(() => {
    document.title = t('set-up.title')
  }, [t])
  return (
    <Outside>
      <h1>{t('set-up.title')}</h1>
      <p className="o-about">{t('set-up.about')}</p>
      <OfficeForm<Typed>
        name="set-up"
        submit={t('set-up.submit')}
        isSending={isSending}
        trouble={trouble}
        onSend={({ token, unitName, system, security, audit }) => send({ token, unitName, system, security, audit })}
      >
        <Item name="token" label={t('set-up.token')} hint={t('set-up.token-hint')} isRequired>
          <Input autoComplete="off" autoFocus />
        </Item>
        <Item name="unitName" label={t('set-up.unit')} isRequired>
          <Input autoComplete="organization" maxLength={60} />
        </Item>
        {administrators.map(who => (
          <fieldset key={who} className="o-fieldset">
            <legend>{t(`set-up.${who}`)}</legend>
            <Item name={[who, 'name']} label={t('set-up.name')} saidAs={said(who, t('set-up.name'))} isRequired>
              <Input autoComplete="off" maxLength={60} />
            </Item>
            <Item
              name={[who, 'login']}
              label={t('set-up.login')}
              saidAs={said(who, t('set-up.login'))}
              hint={t('set-up.login-hint')}
              isRequired
            >
              <Input autoComplete="off" maxLength={40} />
            </Item>
            <Item
              name={[who, 'password']}
              label={t('set-up.password')}
              saidAs={said(who, t('set-up.password'))}
              hint={t('set-up.password-hint')}
              isRequired
            >
              <Input.Password autoComplete="new-password" maxLength={128} />
            </Item>
          </fieldset>
        ))}
      </OfficeForm>
    </Outside>
  )
}
