import { type FormEvent, useEffect, useState } from 'react'
import {
  Button,
  ErrorState,
  Link,
  Screen,
  Spinner,
  TextField,
  useAnswer,
  useClient,
  usePlace,
  useText,
} from '#platform/ui/ui/index.ts'
import type { followCase } from '../common/contract-queries.ts'
import { Progress } from './Progress.tsx'
import { portalCaseMessages } from './messages.ts'
import { followPath, forgetReceipt, receipts } from './receipts.ts'

const askAgainMilliseconds = 30_000

/** Number and code; what was reported from this device needs neither to be typed. */
export function FollowPage() {
  const { path, go } = usePlace()
  const [, number, followCode] = path
  if (number && followCode) return <Followed number={number} followCode={followCode} />
  return <FollowForm onFind={key => go(followPath(key))} />
}

interface FollowKey {
  readonly number: string
  readonly followCode: string
}

function FollowForm({ onFind }: { readonly onFind: (key: FollowKey) => void }) {
  const t = useText(portalCaseMessages)
  const [number, setNumber] = useState('')
  const [followCode, setFollowCode] = useState('')
  const [isChecked, setChecked] = useState(false)
  const [known, setKnown] = useState(receipts)
  function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (number.trim() && followCode.trim()) onFind({ number: number.trim(), followCode: followCode.trim() })
  }
  return (
    <Screen title={t('follow.title')} back="/">
      {known.length > 0 ? (
        <section>
          <h2 className="w-subtitle">{t('follow.recent')}</h2>
          <ul className="p-list">
            {known.map(receipt => (
              <li key={receipt.number} className="w-card">
                <Link to={followPath(receipt)} className="p-item">
                  <strong>{receipt.title}</strong>
                  <span>{receipt.number}</span>
                </Link>
                <Button look="quiet" onPress={() => setKnown(forgetReceipt(receipt.number))}>
                  {t('follow.forget', { number: receipt.number })}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <form onSubmit={submit} noValidate>
        <p className="w-hint">{t('follow.hint')}</p>
        <TextField
          label={t('follow.number')}
          value={number}
          onChange={setNumber}
          maxLength={40}
          error={isChecked && !number.trim() ? t('follow.number-missing') : null}
        />
        <TextField
          label={t('follow.code')}
          value={followCode}
          onChange={setFollowCode}
          maxLength={40}
          error={isChecked && !followCode.trim() ? t('follow.code-missing') : null}
        />
        <div className="w-actions">
          <Button type="submit" look="primary" isWide>
            {t('follow.find')}
          </Button>
        </div>
      </form>
    </Screen>
  )
}

function Followed({ number, followCode }: FollowKey) {
  const t = useText(portalCaseMessages)
  const client = useClient()
  const asked = useAnswer(`${number}/${followCode}`, () =>
    client.query<typeof followCase>('cases.follow', { number, followCode }),
  )
  const { reload } = asked
  // Who comes with a code has no account, so no live line: ask now and then while somebody looks.
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void reload()
    }, askAgainMilliseconds)
    return () => clearInterval(timer)
  }, [reload])
  return (
    <Screen title={t('follow.title')} back="/follow">
      {asked.answer ? (
        <Progress view={asked.answer} who={{ number, followCode }} onChanged={asked.reload} />
      ) : asked.state === 'failed' ? (
        <ErrorState trouble={asked.trouble} onAgain={() => void asked.reload()} />
      ) : (
        <Spinner />
      )}
    </Screen>
  )
}
