import { Button } from 'antd'
import { type ChangeEvent, useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listPlatforms, previewSheet, takeSheet } from '../common/contract.ts'
import { exchangeOfficeMessages } from './messages.ts'
import { SheetPreview } from './SheetPreview.tsx'
import './exchange-office.css'

type Platforms = OutputOf<typeof listPlatforms>['rows']

/** What the contract takes, in base64. */
const mostBytes = 3_000_000

/** Matters of a higher platform that come and go as sheets. */
export function Page() {
  const t = useText(exchangeOfficeMessages)
  const asked = useAsk<typeof listPlatforms>('exchange.platforms', {})
  return (
    <OfficePage title={t('place.platform-sheets')} about={t('sheets.about')}>
      <Answered asked={asked}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Blank title={t('sheets.none')}>{t('sheets.none-why')}</Blank>
          ) : (
            <Platform platforms={rows} />
          )
        }
      </Answered>
    </OfficePage>
  )
}

function Platform({ platforms }: { readonly platforms: Platforms }) {
  const t = useText(exchangeOfficeMessages)
  const [url, setUrl] = useUrlState()
  const chosen = platforms.find(({ clientId }) => clientId === url.platform) ?? platforms[0]!
  const { clientId } = chosen
  return (
    <section className="o-card o-stack ex-tools" aria-label={chosen.name}>
      <label>
        {t('sheets.platform')}{' '}
        <select className="o-select" value={clientId} onChange={event => setUrl({ platform: event.target.value })}>
          {platforms.map(platform => (
            <option key={platform.clientId} value={platform.clientId}>
              {platform.name}
            </option>
          ))}
        </select>
      </label>
      <p className="ex-acts">
        <a href="/api/exchange.sheet-template" download>
          {t('sheets.template')}
        </a>
        {Array.from({ length: chosen.standingSheets }, (_, at) => at + 1).map(part => (
          <a
            key={part}
            href={`/api/exchange.standing-sheet?clientId=${encodeURIComponent(clientId)}&part=${part}`}
            download
          >
            {chosen.standingSheets > 1
              ? t('sheets.standing-part', { part, parts: chosen.standingSheets })
              : t('sheets.standing')}
          </a>
        ))}
      </p>
      <TakeSheet key={clientId} clientId={clientId} />
    </section>
  )
}

/** Choose, look, take. The file is read by the server, so that what is shown is what will be taken. */
function TakeSheet({ clientId }: { readonly clientId: string }) {
  const t = useText(exchangeOfficeMessages)
  const say = useSay()
  const [file, setFile] = useState<string | null>(null)
  const [isTooLarge, setTooLarge] = useState(false)
  const look = useDo<typeof previewSheet>('exchange.preview-sheet')
  const take = useDo<typeof takeSheet>('exchange.take-sheet', {
    renews: ['exchange.', 'cases.', 'inbox.'],
    onDone({ opened }) {
      say(t('sheets.taken', { count: opened.length }))
      setFile(null)
      look.forget()
    },
  })
  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const one = event.target.files?.[0]
    look.forget()
    take.forget()
    setFile(null)
    setTooLarge(one !== undefined && one.size > mostBytes)
    if (!one || one.size > mostBytes) return
    const read = toBase64(new Uint8Array(await one.arrayBuffer()))
    setFile(read)
    look.send({ clientId, file: read })
  }
  const fresh = look.answer?.rows.filter(row => row.knownAs === null).length ?? 0
  return (
    <>
      <label>
        {t('sheets.file')}{' '}
        <input
          type="file"
          className="ex-file"
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={event => void choose(event)}
        />
      </label>
      {isTooLarge ? <p role="alert">{t('sheets.too-large')}</p> : null}
      <Told trouble={look.trouble ?? take.trouble} />
      {look.answer && file ? (
        <>
          <SheetPreview preview={look.answer} />
          {fresh > 0 ? (
            <Button type="primary" loading={take.isSending} onClick={() => take.send({ clientId, file })}>
              {t('sheets.take', { count: fresh })}
            </Button>
          ) : null}
        </>
      ) : null}
    </>
  )
}

function toBase64(bytes: Uint8Array): string {
  const some = 0x8000
  const parts = Array.from({ length: Math.ceil(bytes.length / some) }, (_, i) =>
    String.fromCodePoint(...bytes.subarray(i * some, (i + 1) * some)),
  )
  return btoa(parts.join(''))
}
