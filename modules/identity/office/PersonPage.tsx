import { Link, useParams } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { Appointment, endAppointment, showPerson } from '../common/contract.ts'
import { AccountActions } from './AccountActions.tsx'
import { identityOfficeMessages } from './messages.ts'
import { useRoleName } from './use-role-name.ts'

type Person = OutputOf<typeof showPerson>

/** One person: account, posts now and before. */
export function Page() {
  const { personId = '' } = useParams({ strict: false }) as { personId?: string }
  const asked = useAsk<typeof showPerson>('identity.show-person', { personId })
  const t = useText(identityOfficeMessages)
  if (asked.data) return <PersonShown shown={asked.data} />
  return (
    <OfficePage title={t('place.people')}>
      <Answered asked={asked}>{() => null}</Answered>
    </OfficePage>
  )
}

function PersonShown({ shown }: { readonly shown: Person }) {
  const t = useText(identityOfficeMessages)
  const moment = useMoment()
  const may = useMay()
  const now = shown.appointments.filter(one => one.untilAt === null)
  const before = shown.appointments.filter(one => one.untilAt !== null)
  return (
    <OfficePage title={shown.person.name}>
      <div className="o-stack">
        <section className="o-card" aria-labelledby="posts-now">
          <h2 id="posts-now">{t('person.posts-now')}</h2>
          {now.length === 0 ? <p>{t('person.no-posts')}</p> : null}
          {may('identity.manage-accounts') ? (
            <p>
              <Link to="/posts" search={{ vacant: 'yes' } as never}>
                {t('person.find-post')}
              </Link>
            </p>
          ) : null}
          <Appointments rows={now} mayEnd={may('identity.manage-accounts')} />
        </section>
        <section className="o-card" aria-labelledby="account">
          <h2 id="account">{t('person.account')}</h2>
          {shown.account ? (
            <>
              <dl className="o-facts">
                <dt>{t('people.login')}</dt>
                <dd>{shown.account.login}</dd>
                <dt>{t('people.state')}</dt>
                <dd>{t(`people.state.${shown.account.state}`)}</dd>
                <dt>{t('person.last-sign-in')}</dt>
                <dd>{shown.account.lastSignInAt ? moment(shown.account.lastSignInAt) : t('person.never')}</dd>
                <dt>{t('totp.title')}</dt>
                <dd>{t(shown.account.totpOn ? 'person.totp-on' : 'person.totp-off')}</dd>
              </dl>
              {shown.account.mustChangePassword ? <p>{t('person.must-change')}</p> : null}
              {shown.account.lockedUntil ? (
                <p>{t('person.locked', { at: moment(shown.account.lockedUntil) })}</p>
              ) : null}
              <AccountActions personId={shown.person.id} account={shown.account} />
            </>
          ) : (
            <p>{t('person.no-account')}</p>
          )}
        </section>
        {before.length > 0 ? (
          <section className="o-card" aria-labelledby="posts-before">
            <h2 id="posts-before">{t('person.posts-before')}</h2>
            <Appointments rows={before} mayEnd={false} />
          </section>
        ) : null}
      </div>
    </OfficePage>
  )
}

function Appointments({ rows, mayEnd }: { readonly rows: readonly Appointment[]; readonly mayEnd: boolean }) {
  const roleName = useRoleName()
  const t = useText(identityOfficeMessages)
  const moment = useMoment()
  const say = useSay()
  const { send, trouble } = useDo<typeof endAppointment>('identity.end-appointment', {
    renews: ['identity.'],
    onDone: () => say(t('person.ended')),
  })
  return (
    <>
      <Told trouble={trouble} />
      <ul className="o-lines">
        {rows.map(row => (
          <li key={row.id}>
            <span>
              <b>{row.postTitle}</b> {row.unitName}{' '}
              <span className="o-soft">{roleName({ code: row.roleCode, name: row.roleName })}</span>
            </span>
            <span className="o-soft">
              {row.untilAt
                ? t('person.span', { from: moment(row.fromAt), until: moment(row.untilAt) })
                : t('person.since', { from: moment(row.fromAt) })}
            </span>
            {mayEnd ? (
              <Popconfirm
                title={t('person.end-this', { title: row.postTitle })}
                okText={t('person.sure')}
                cancelButtonProps={{ autoFocus: true }}
                onConfirm={() => send({ appointmentId: row.id })}
              >
                <Button size="small" danger aria-label={t('person.end-this', { title: row.postTitle })}>
                  {t('person.end')}
                </Button>
              </Popconfirm>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
