import { Button } from 'antd'
import { useText } from '#platform/ui/ui/use-text.ts'
import { identityOfficeMessages } from './messages.ts'
import { type Me, useSignOut } from './own-session.ts'
import { PasswordForm } from './PasswordForm.tsx'
import { Outside } from './SignIn.tsx'
import { TotpSettings } from './TotpSettings.tsx'

/** What a person owes before the first page: an own password, and for administrators one-time codes. */
export function MustFirst(props: { readonly me: Me; readonly onDone: () => void; readonly onSignedOut: () => void }) {
  const t = useText(identityOfficeMessages)
  const { send: signOut } = useSignOut(props.onSignedOut)
  const { person } = props.me
  return (
    <Outside>
      <h1>{t('first.title')}</h1>
      {person.mustChangePassword ? (
        <>
          <p className="o-about">{t('first.password')}</p>
          <PasswordForm onDone={props.onDone} />
        </>
      ) : (
        <>
          <p className="o-about">{t('first.totp')}</p>
          <TotpSettings isOn={person.totpOn} onChanged={props.onDone} />
        </>
      )}
      <Button onClick={() => signOut({})}>{t('first.sign-out')}</Button>
    </Outside>
  )
}
