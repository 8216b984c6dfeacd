import { Button, Input, Modal } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { LanguageSwitch } from '#platform/ui/ui/settings.tsx'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import type { demoLogins, signIn } from '../common/contract.ts'
import { identityOfficeMessages } from './messages.ts'

interface SignInProps {
  readonly onSignedIn: () => void
}

/** The page before everything. */
export function SignIn({ onSignedIn }: SignInProps) {
  const t = useText(identityOfficeMessages)
  useEffect(() => {
    document.title = t('sign-in.title')
  }, [t])
  return (
    <Outside>
      <h1>{t('sign-in.title')}</h1>
      <SignInForm onSignedIn={onSignedIn} />
    </Outside>
  )
}

/** A page without places at the left: signing in, the first start, what must be done first. */
export function Outside({ children }: { readonly children: ReactNode }) {
  return (
    <div className="o-outside">
      <header className="o-outside-top">
        <LanguageSwitch />
      </header>
      <main className="o-outside-card">{children}</main>
    </div>
  )
}

/** Over the page one was on: it stays as it is below. */
export function SignInAgain({ onSignedIn }: SignInProps) {
  const t = useText(identityOfficeMessages)
  return (
    <Modal open title={t('sign-in.again')} footer={null} closable={false} keyboard={false} mask={{ closable: false }}>
      <p className="o-about">{t('sign-in.again-why')}</p>
      <SignInForm onSignedIn={onSignedIn} />
    </Modal>
  )
}

interface Typed {
  readonly login: string
  readonly password: string
  readonly totp?: string
}

function SignInForm({ onSignedIn }: SignInProps) {
  const t = useText(identityOfficeMessages)
  const { send, isSending, trouble } = useDo<typeof signIn>('identity.sign-in', { onDone: onSignedIn })
  const [needsCode, setNeedsCode] = useState(false)
  const asksCode = isRefusal(trouble) && trouble.code === 'identity/totp-needed'
  useEffect(() => {
    if (asksCode) setNeedsCode(true)
  }, [asksCode])
  return (
    <>
      <OfficeForm<Typed>
        name="sign-in"
        submit={t('sign-in.submit')}
        isSending={isSending}
        trouble={asksCode ? null : trouble}
        onSend={typed => send({ ...typed, ...(typed.totp ? { totp: typed.totp } : {}) })}
      >
        <Item name="login" label={t('sign-in.login')} isRequired>
          <Input autoComplete="username" size="large" autoFocus />
        </Item>
        <Item name="password" label={t('sign-in.password')} isRequired>
          <Input.Password autoComplete="current-password" size="large" />
        </Item>
        {needsCode ? (
          <Item name="totp" label={t('sign-in.totp')} hint={t('sign-in.totp-why')} isRequired>
            <Input autoComplete="one-time-code" inputMode="numeric" maxLength={6} size="large" autoFocus />
          </Item>
        ) : null}
      </OfficeForm>
      <p className="o-hint">{t('sign-in.forgot')}</p>
      <DemoLogins isSending={isSending} onChoose={send} />
    </>
  )
}

function DemoLogins(props: { readonly isSending: boolean; readonly onChoose: (typed: Typed) => void }) {
  const t = useText(identityOfficeMessages)
  const { locale } = useLocale()
  const asked = useAsk<typeof demoLogins>('identity.demo-logins', {})
  const rows = (asked.data?.rows ?? []).filter(row => row.app === 'office')
  if (rows.length === 0) return null
  return (
    <section className="o-demo" aria-labelledby="demo-logins">
      <h2 id="demo-logins">{t('sign-in.demo')}</h2>
      <p className="o-hint">{t('sign-in.demo-why')}</p>
      <ul>
        {rows.map(({ login, password, title }) => (
          <li key={login}>
            <Button disabled={props.isSending} onClick={() => props.onChoose({ login, password })}>
              {title[locale]}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
