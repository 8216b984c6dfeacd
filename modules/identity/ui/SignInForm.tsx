import { type FormEvent, useState } from 'react'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import {
  Button,
  TextField,
  Trouble,
  useAnswer,
  useClient,
  useLocale,
  useSending,
  useText,
} from '#platform/ui/ui/index.ts'
import type { signIn } from '../common/contract/sign-in.ts'
import type { demoLogins } from '../common/contract/set-up.ts'
import { signInMessages } from './messages.ts'
import { useSession } from './session.tsx'

interface SignInFormProps {
  /** Which app's demo personas are offered in the demo town. */
  readonly app: 'field' | 'portal'
  readonly onDone?: () => void
}

/** Login, password and, once the server asks for it, the one-time code. */
export function SignInForm({ app, onDone }: SignInFormProps) {
  const t = useText(signInMessages)
  const client = useClient()
  const { reload } = useSession()
  const { isSending, trouble, send } = useSending()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [totp, setTotp] = useState<string | null>(null)
  const [isChecked, setChecked] = useState(false)

  async function enter(as: { readonly login: string; readonly password: string }) {
    const answer = await send(async () => {
      const given = totp ? { ...as, totp } : as
      const done = await client.command<typeof signIn>('identity.sign-in', given)
      if (isRefusal(done) && done.code === 'identity/totp-needed') setTotp(before => before ?? '')
      return done
    })
    if (!answer) return
    await reload()
    onDone?.()
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (login.trim() && password) void enter({ login, password })
  }

  return (
    <>
      <form onSubmit={submit} noValidate>
        <TextField
          label={t('sign-in.login')}
          name="login"
          autoComplete="username"
          value={login}
          onChange={setLogin}
          error={isChecked && !login.trim() ? t('sign-in.login-missing') : null}
        />
        <TextField
          label={t('sign-in.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={isChecked && !password ? t('sign-in.password-missing') : null}
        />
        {totp === null ? null : (
          <TextField
            label={t('sign-in.totp')}
            hint={t('sign-in.totp-hint')}
            name="totp"
            inputMode="numeric"
            autoComplete="one-time-code"
            value={totp}
            onChange={setTotp}
          />
        )}
        <Trouble trouble={trouble} />
        <div className="w-actions">
          <Button type="submit" look="primary" isWide isBusy={isSending}>
            {t('sign-in.send')}
          </Button>
        </div>
        <p className="w-hint">{t('sign-in.forgot')}</p>
      </form>
      <DemoLogins app={app} onPick={enter} />
    </>
  )
}

interface DemoLoginsProps {
  readonly app: 'field' | 'portal'
  readonly onPick: (as: { login: string; password: string }) => Promise<void>
}

function DemoLogins({ app, onPick }: DemoLoginsProps) {
  const t = useText(signInMessages)
  const { locale } = useLocale()
  const client = useClient()
  const asked = useAnswer('demo-logins', () => client.query<typeof demoLogins>('identity.demo-logins', {}))
  const rows = asked.answer?.rows.filter(row => row.app === app) ?? []
  if (rows.length === 0) return null
  return (
    <section className="w-card w-demo">
      <h2 className="w-subtitle">{t('sign-in.demo')}</h2>
      <p className="w-hint">{t('sign-in.demo-hint')}</p>
      <div className="w-row">
        {rows.map(row => (
          <Button key={row.login} onPress={() => void onPick(row)}>
            {row.title[locale]}
          </Button>
        ))}
      </div>
    </section>
  )
}
