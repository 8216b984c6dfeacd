import { useEffect, useState } from 'react'
import { Button, Link, Notice, Screen, usePlace, useText } from '#platform/ui/ui/index.ts'
import { casesMessages } from '../common/messages.ts'
import { portalCaseMessages } from './messages.ts'
import { followPath, receipts } from './receipts.ts'

interface DonePageProps {
  /** By when a report is looked at here, in words: the street's own promise. Empty: the usual one. */
  readonly within: string
}

/** Number and code, who does what by when, and three ways to take it along. */
export function DonePage({ within }: DonePageProps) {
  const t = useText(portalCaseMessages, casesMessages)
  const { path } = usePlace()
  const [isCopied, setCopied] = useState(false)
  const receipt = receipts().find(one => one.number === path[1])
  if (!receipt) {
    return (
      <Screen title={t('follow.title')} back="/">
        <Notice>{t('done.gone')}</Notice>
        <p className="w-actions">
          <Link to="/follow" className="w-button w-button-primary">
            {t('follow.title')}
          </Link>
        </p>
      </Screen>
    )
  }
  const { number, followCode } = receipt
  const url = `${location.origin}${location.pathname}#${followPath(receipt)}`
  return (
    <Screen title={t('done.title')}>
      <dl className="w-card p-slip">
        <div>
          <dt>{t('done.number')}</dt>
          <dd className="p-code">{number}</dd>
        </div>
        <div>
          <dt>{t('done.code')}</dt>
          <dd className="p-code">{followCode}</dd>
        </div>
      </dl>
      <p>{t('done.keep')}</p>
      <Notice tone="good">
        <p>{t('done.next', { who: t('cases.role.acceptor'), within: within || t('done.within') })}</p>
        <p>{t('done.after')}</p>
        {receipt.noGrid ? <p>{t('done.no-grid')}</p> : null}
      </Notice>
      <QrCode text={url} label={t('done.qr')} />
      <div className="w-actions p-no-print">
        <Link to={followPath(receipt)} className="w-button w-button-primary">
          {t('done.follow')}
        </Link>
        <Button onPress={() => void copy(t('done.copy-text', { number, code: followCode, url })).then(setCopied)}>
          {isCopied ? t('done.copied') : t('done.copy')}
        </Button>
        <output className="w-hidden">{isCopied ? t('done.copied') : ''}</output>
        <Button onPress={() => print()}>{t('done.print')}</Button>
        <Link to="/" className="w-button">
          {t('done.home')}
        </Link>
      </div>
    </Screen>
  )
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Old engines, and pages without TLS, know only the older way.
    const area = document.createElement('textarea')
    area.value = text
    area.readOnly = true
    document.body.append(area)
    area.select()
    const isDone = document.execCommand('copy')
    area.remove()
    return isDone
  }
}

/** The code as one path: sharp in print and without a picture to load. */
function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const [drawing, setDrawing] = useState<{ readonly path: string; readonly size: number } | null>(null)
  useEffect(() => {
    let isCurrent = true
    void import('qrcode').then(({ create }) => {
      const { modules } = create(text, { errorCorrectionLevel: 'M' })
      const squares = [...modules.data].flatMap((isDark, at) =>
        isDark ? `M${at % modules.size} ${Math.floor(at / modules.size)}h1v1h-1z` : [],
      )
      if (isCurrent) setDrawing({ path: squares.join(''), size: modules.size })
    })
    return () => {
      isCurrent = false
    }
  }, [text])
  if (!drawing) return null
  return (
    <figure className="p-qr">
      <svg viewBox={`-4 -4 ${drawing.size + 8} ${drawing.size + 8}`} role="img" aria-label={label}>
        <path d={drawing.path} />
      </svg>
      <figcaption>{label}</figcaption>
    </figure>
  )
}
