import { useAskList } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { MoreRows } from '#platform/ui/office/MoreRows.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { mySessions } from '../common/contract.ts'
import { identityOfficeMessages } from './messages.ts'
import { type Me, useMe } from './own-session.ts'
import { PasswordForm } from './PasswordForm.tsx'
import { SessionTable } from './SessionTable.tsx'
import { TotpSettings } from './TotpSettings.tsx'

/** One's own account: who I am here, password, one-time codes, where I am signed in. */
export function Page() {
  const t = useText(identityOfficeMessages)
  const asked = useMe()
  return (
    <OfficePage title={t('profile.title')}>
      <Answered asked={asked}>{me => <Profile me={me} />}</Answered>
    </OfficePage>
  )
}

function Profile({ me }: { readonly me: Me }) {
  const t = useText(identityOfficeMessages)
  const moment = useMoment()
  const sessions = useAskList<typeof mySessions>('identity.my-sessions', {})
  return (
    <div className="o-stack">
      <section className="o-card">
        <dl className="o-facts">
          <dt>{t('profile.name')}</dt>
          <dd>{me.person.name}</dd>
          <dt>{t('profile.login')}</dt>
          <dd>{me.person.login}</dd>
          <dt>{t('profile.posts')}</dt>
          <dd>
            {me.posts.length === 0 ? t('profile.no-posts') : null}
            <ul>
              {me.posts.map(post => (
                <li key={post.id}>{t('profile.post-line', { title: post.title, unit: post.unitName })}</li>
              ))}
            </ul>
          </dd>
        </dl>
      </section>
      <section className="o-card" aria-labelledby="password-title">
        <h2 id="password-title">{t('password.title')}</h2>
        <p className="o-hint">{t('profile.password-since', { at: moment(me.person.passwordSetAt) })}</p>
        <PasswordForm />
      </section>
      <section className="o-card" aria-labelledby="totp-title">
        <h2 id="totp-title">{t('totp.title')}</h2>
        <TotpSettings isOn={me.person.totpOn} />
      </section>
      <section className="o-card" aria-labelledby="sessions-title">
        <h2 id="sessions-title">{t('sessions.title')}</h2>
        <SessionTable rows={sessions.rows} label={t('sessions.title')} />
        {sessions.hasNextPage ? <MoreRows asked={sessions} /> : null}
      </section>
    </div>
  )
}
