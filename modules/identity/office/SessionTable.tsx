import { Button } from 'antd'
import { useDo } from '#platform/ui/office/ask.ts'
import { useSay } from '#platform/ui/office/Say.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { revokeSession, SessionShown } from '../common/contract.ts'
import { deviceText } from './device-text.ts'
import { identityOfficeMessages } from './messages.ts'

export interface SessionRow extends SessionShown {
  readonly personName?: string
  readonly login?: string
}

/** Open sessions, one's own or everybody's, each with a way to end it. */
export function SessionTable({ rows, label }: { readonly rows: readonly SessionRow[]; readonly label: string }) {
  const t = useText(identityOfficeMessages)
  const moment = useMoment()
  const say = useSay()
  const { send, isSending, trouble } = useDo<typeof revokeSession>('identity.revoke-session', {
    renews: ['identity.my-sessions', 'identity.list-sessions'],
    onDone: () => say(t('sessions.ended')),
  })
  const hasNames = rows.some(row => row.personName !== undefined)
  return (
    <>
      <Told trouble={trouble} />
      <div className="o-scroll">
        <table className="o-plain" aria-label={label}>
          <thead>
            <tr>
              {hasNames ? <th scope="col">{t('sessions.person')}</th> : null}
              <th scope="col">{t('sessions.device')}</th>
              <th scope="col">{t('sessions.address')}</th>
              <th scope="col">{t('sessions.started')}</th>
              <th scope="col">{t('sessions.seen')}</th>
              <th scope="col">{t('sessions.action')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => {
              const device = deviceText(row.device) ?? t('sessions.unknown-device')
              const ends = row.personName
                ? t('sessions.end-of', { name: row.personName })
                : t('sessions.end-this', { device })
              return (
                <tr key={row.id}>
                  {hasNames ? (
                    <td>
                      {row.personName} <span className="o-soft">{row.login}</span>
                    </td>
                  ) : null}
                  <td>{device}</td>
                  <td>{row.address}</td>
                  <td>{moment(row.startedAt)}</td>
                  <td>{moment(row.lastSeenAt)}</td>
                  <td>
                    {row.current ? (
                      <span>{t('sessions.current')}</span>
                    ) : (
                      <Button
                        size="small"
                        aria-label={ends}
                        disabled={isSending}
                        onClick={() => send({ sessionId: row.id })}
                      >
                        {t('sessions.end')}
                      </Button>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </>
  )
}
