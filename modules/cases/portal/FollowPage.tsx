import { type FormEvent, useEffect, useState } from 'react'
import {
  Button,
  Link,
  Screen,
  Spinner,
  TextField,
  Trouble,
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
  const t = useText(portalCaseMessages)
  const { path, go } = usePlace()
  const [, number, followCode] = path
  if (number && followCode) return <Followed number={number} followCode={followCode} />
  return (
    <Screen title={t('follow.title')} back="/">
      <FollowForm onFind={key => go(followPath(key))} />
    </Screen>
  )
}

interface FollowKey {
  readonly number: string
  readonly followCode: string
}

interface FollowFormProps {
  /** What was asked for and not found: it stays to be put right, not to be typed once more. */
  readonly asked?: FollowKey
  readonly trouble?: unknown
  readonly onFind: (key: FollowKey) => void
}

function FollowForm({ asked, trouble, onFind }: FollowFormProps) {
  const t = useText(portalCaseMessages)
  const [number, setNumber] = useState(asked?.number ?? '')
  const [followCode, setFollowCode] = useState(asked?.followCode ?? '')
  const [isChecked, setChecked] = useState(false)
  const [known, setKnown] = useState(receipts)
  function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (number.trim() && followCode.trim()) onFind({ number: number.trim(), followCode: followCode.trim() })
  }
  return (
    <>
      <Trouble trouble={trouble} />
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
    </>
  )
}

function Followed({ number, followCode }: FollowKey) {
  const t = useText(portalCaseMessages)
  const client = useClient()
  const asked = useAnswer(`${number}/${followCode}`, () =>
    client.query<typeof followCase>('cases.follow', { number, followCode }),
  )
  const { go } = usePlace()
  const { reload } = asked
  const findAgain = (key: FollowKey) => {
    if (key.number === number && key.followCode === followCode) void reload()
    else go(followPath(key))
  }
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
        <FollowForm asked={{ number, followCode }} trouble={asked.trouble} onFind={findAgain} />
      ) : (
        <Spinner />
      )}
    </Screen>
  )
}
