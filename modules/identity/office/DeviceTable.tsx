import { Button, Popconfirm } from 'antd'
import { type RowOf, useDo } from '#platform/ui/office/ask.ts'
import { useSay } from '#platform/ui/office/Say.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listDevices, wipeDevice } from '../common/contract.ts'
import { identityOfficeMessages } from './messages.ts'

type Row = RowOf<typeof listDevices>

/** Phones that keep data for somebody, each with a way to make it forget, and whether it has said that it did. */
export function DeviceTable({ rows, label }: { readonly rows: readonly Row[]; readonly label: string }) {
  const t = useText(identityOfficeMessages)
  const moment = useMoment()
  const say = useSay()
  const { send, isSending, trouble } = useDo<typeof wipeDevice>('identity.wipe-device', {
    renews: ['identity.list-devices', 'identity.list-sessions'],
    onDone: () => say(t('devices.asked')),
  })
  return (
    <>
      <Told trouble={trouble} />
      <div className="o-scroll">
        <table className="o-plain" aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{t('sessions.person')}</th>
              <th scope="col">{t('sessions.device')}</th>
              <th scope="col">{t('devices.opened')}</th>
              <th scope="col">{t('devices.contact')}</th>
              <th scope="col">{t('devices.state')}</th>
              <th scope="col">{t('sessions.action')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={`${row.deviceId} ${row.personId}`}>
                <td>
                  {row.personName} <span className="o-soft">{row.login}</span>
                </td>
                <td>{row.label ?? t('sessions.unknown-device')}</td>
                <td>{moment(row.firstOpenedAt)}</td>
                <td>{moment(row.lastContactAt)}</td>
                <td>
                  {row.wipedAt
                    ? t('devices.wiped', { at: moment(row.wipedAt) })
                    : row.wipeAskedAt
                      ? t('devices.waiting', { at: moment(row.wipeAskedAt) })
                      : t('devices.keeps')}
                </td>
                <td>
                  {row.wipeAskedAt ? null : (
                    <Popconfirm
                      title={t('devices.sure')}
                      placement="topRight"
                      okButtonProps={{ danger: true }}
                      okText={t('devices.yes')}
                      cancelText={t('devices.no')}
                      onConfirm={() => send({ deviceId: row.deviceId, personId: row.personId })}
                    >
                      <Button
                        size="small"
                        danger
                        disabled={isSending}
                        aria-label={t('devices.wipe-of', { name: row.personName })}
                      >
                        {t('devices.wipe')}
                      </Button>
                    </Popconfirm>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
