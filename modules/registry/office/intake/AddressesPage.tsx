import { Button } from 'antd'
import { useState } from 'react'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { addressLevels } from '../../common/address/index.ts'
import type { listAliases, putAlias, readAddressText, removeAlias } from '../../common/contract/imports.ts'
import { sheetMessages } from '../../common/sheets/index.ts'
import { intakeOfficeMessages } from './messages.ts'

/** How addresses are read, and which old names lead to which. */
export function Page() {
  const t = useText(intakeOfficeMessages)
  const [url, setUrl] = useUrlState()
  const text = url.text?.trim() ?? ''
  return (
    <OfficePage title={t('place.addresses')} about={t('addresses.about')}>
      <section className="o-card" aria-labelledby="try-address">
        <h2 id="try-address">{t('addresses.try')}</h2>
        <form
          className="o-filters"
          onSubmit={event => {
            event.preventDefault()
            setUrl({ text: String(new FormData(event.currentTarget).get('address') ?? '').trim() })
          }}
        >
          <label>
            <span>{t('addresses.text')}</span>
            <input className="o-input o-wide" name="address" maxLength={200} defaultValue={text} />
          </label>
          <Button type="primary" htmlType="submit">
            {t('addresses.read')}
          </Button>
        </form>
        {text === '' ? null : <ReadAddress key={text} text={text} />}
      </section>
      <Aliases />
    </OfficePage>
  )
}

function ReadAddress({ text }: { readonly text: string }) {
  const t = useText(intakeOfficeMessages)
  const words = useText(sheetMessages) as (key: string) => string
  const asked = useAsk<typeof readAddressText>('registry.read-address', { text })
  return (
    <Answered asked={asked}>
      {({ address, written, unread, doubts, renamed, buildings }) => (
        <>
          <table className="o-plain">
            <thead>
              <tr>
                <th scope="col">{t('addresses.level')}</th>
                <th scope="col">{t('addresses.value')}</th>
              </tr>
            </thead>
            <tbody>
              {addressLevels
                .filter(level => address[level] !== null)
                .map(level => (
                  <tr key={level}>
                    <th scope="row">{t(`address.${level}`)}</th>
                    <td>{address[level]}</td>
                  </tr>
                ))}
              <tr>
                <th scope="row">{t('addresses.written')}</th>
                <td>{written}</td>
              </tr>
            </tbody>
          </table>
          {unread.length > 0 ? <p role="status">{t('addresses.unread', { text: unread.join('、') })}</p> : null}
          {doubts.map(doubt => (
            <p key={doubt}>{words(`sheet.doubt-${doubt}`)}</p>
          ))}
          {renamed.map(alias => (
            <p key={alias.was}>{t('addresses.renamed', alias)}</p>
          ))}
          {buildings.length === 0 ? <p className="o-soft">{t('addresses.no-building')}</p> : null}
          {buildings.map(one => (
            <p key={one.buildingId}>
              {t('addresses.building', { address: one.address, grids: one.gridNames.join(' / ') })}
            </p>
          ))}
        </>
      )}
    </Answered>
  )
}

function Aliases() {
  const t = useText(intakeOfficeMessages)
  const may = useMay()
  const asked = useAsk<typeof listAliases>('registry.street-aliases', {})
  const remove = useDo<typeof removeAlias>('registry.remove-street-alias', { renews: ['registry.'] })
  return (
    <section className="o-card" aria-labelledby="aliases">
      <h2 id="aliases">{t('addresses.aliases')}</h2>
      {may('registry.settle') ? <NewAlias /> : null}
      <Told trouble={remove.trouble} />
      <Answered asked={asked}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Blank title={t('addresses.none')} />
          ) : (
            <ul className="o-lines">
              {rows.map(alias => (
                <li key={alias.was}>
                  <div>
                    {t('addresses.renamed', alias)}{' '}
                    {may('registry.settle') ? (
                      <Button
                        size="small"
                        aria-label={t('addresses.remove-of', alias)}
                        onClick={() => remove.send({ was: alias.was })}
                      >
                        {t('addresses.remove')}
                      </Button>
                    ) : null}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  )
}

function NewAlias() {
  const t = useText(intakeOfficeMessages)
  const say = useSay()
  const [was, setWas] = useState('')
  const [now, setNow] = useState('')
  const { send, isSending, trouble } = useDo<typeof putAlias>('registry.put-street-alias', {
    renews: ['registry.'],
    onDone() {
      say(t('addresses.added'))
      setWas('')
      setNow('')
    },
  })
  return (
    <>
      <Told trouble={trouble} />
      <div className="o-filters">
        <label>
          <span>{t('addresses.was')}</span>
          <input className="o-input" maxLength={40} value={was} onChange={event => setWas(event.target.value)} />
        </label>
        <label>
          <span>{t('addresses.now')}</span>
          <input className="o-input" maxLength={40} value={now} onChange={event => setNow(event.target.value)} />
        </label>
        <Button
          disabled={was.trim().length < 2 || now.trim().length < 2}
          loading={isSending}
          onClick={() => send({ was, now })}
        >
          {t('addresses.add')}
        </Button>
      </div>
    </>
  )
}
