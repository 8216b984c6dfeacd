import { Button } from 'antd'
import { type RowOf, useAskList, useDo } from '#platform/ui/office/ask.ts'
import { Failed, Loading } from '#platform/ui/office/Blank.tsx'
import { MoreRows } from '#platform/ui/office/MoreRows.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listDevices, listLocks, listSessions, unlock } from '../common/contract.ts'
import { DeviceTable } from './DeviceTable.tsx'
import { identityOfficeMessages } from './messages.ts'
import { SessionTable } from './SessionTable.tsx'

/** For the security administrator: what is locked, and who is signed in. */
export function Page() {
  const t = useText(identityOfficeMessages)
  const locks = useAskList<typeof listLocks>('identity.list-locks', {})
  const sessions = useAskList<typeof listSessions>('identity.list-sessions', {})
  const devices = useAskList<typeof listDevices>('identity.list-devices', {})
  if (locks.isError) return <Failed trouble={locks.error} onAgain={locks.refetch} />
  return (
    <OfficePage title={t('place.access')}>
      <div className="o-stack">
        <section className="o-card" aria-labelledby="locks">
          <h2 id="locks">{t('locks.title')}</h2>
          <p className="o-hint">{t('locks.about')}</p>
          {locks.isPending ? <Loading lines={2} /> : locks.rows.length === 0 ? <p>{t('locks.empty')}</p> : null}
          {locks.rows.length > 0 ? <Locks rows={locks.rows} /> : null}
        </section>
        <section className="o-card" aria-labelledby="sessions">
          <h2 id="sessions">{t('sessions.all-title')}</h2>
          {sessions.isPending ? <Loading lines={4} /> : null}
          {sessions.rows.length > 0 ? <SessionTable rows={sessions.rows} label={t('sessions.all-title')} /> : null}
          {sessions.hasNextPage ? <MoreRows asked={sessions} /> : null}
        </section>
        <section className="o-card" aria-labelledby="devices">
          <h2 id="devices">{t('devices.title')}</h2>
          <p className="o-hint">{t('devices.about')}</p>
          {devices.isPending ? <Loading lines={3} /> : devices.rows.length === 0 ? <p>{t('devices.empty')}</p> : null}
          {devices.rows.length > 0 ? <DeviceTable rows={devices.rows} label={t('devices.title')} /> : null}
          {devices.hasNextPage ? <MoreRows asked={devices} /> : null}
        </section>
      </div>
    </OfficePage>
  )
}

function Locks({ rows }: { readonly rows: readonly RowOf<typeof listLocks>[] }) {
  const t = useText(identityOfficeMessages)
  const moment = useMoment()
  const say = useSay()
  const { send, isSending, trouble } = useDo<typeof unlock>('identity.unlock', {
    renews: ['identity.list-locks'],
    onDone: () => say(t('locks.done')),
  })
  return (
    <>
      <Told trouble={trouble} />
      <table className="o-plain" aria-label={t('locks.title')}>
        <thead>
          <tr>
            <th scope="col">{t('locks.who')}</th>
            <th scope="col" className="o-number">
              {t('locks.failures')}
            </th>
            <th scope="col">{t('locks.until')}</th>
            <th scope="col">{t('sessions.action')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => {
            const name = row.kind === 'address' ? (row.address ?? '') : (row.person?.name ?? t('locks.unknown'))
            return (
              <tr key={row.id}>
                <td>
                  {name} <span className="o-soft">{row.person?.login}</span>
                </td>
                <td className="o-number">{row.failures}</td>
                <td>{moment(row.lockedUntil)}</td>
                <td>
                  <Button
                    size="small"
                    aria-label={t('locks.unlock-this', { name })}
                    disabled={isSending}
                    onClick={() => send({ lockId: row.id })}
                  >
                    {t('locks.unlock')}
                  </Button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
