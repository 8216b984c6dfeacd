import { type FormEvent, useState } from 'react'
import { Button, Notice, TextField, Trouble, useClient, useSending, useText } from '#platform/ui/ui/index.ts'
import type { changePassword } from '../common/contract/own-account.ts'
import { signInMessages } from './messages.ts'
import { useSession } from './session.tsx'

export function ChangePasswordForm() {
  const t = useText(signInMessages)
  const client = useClient()
  const { reload } = useSession()
  const { isSending, trouble, send } = useSending()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [isChecked, setChecked] = useState(false)
  const [ended, setEnded] = useState<number | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (!current || !next || next !== again) return
    const done = await send(() => client.command<typeof changePassword>('identity.change-password', { current, next }))
    if (!done) return
    setEnded(done.otherSessionsEnded)
    await reload()
  }

  if (ended !== null) return <Notice tone="good">{t('password.done', { count: ended })}</Notice>
  const missing = (value: string) => (isChecked && !value ? t('sign-in.password-missing') : null)
  return (
    <form onSubmit={event => void submit(event)} noValidate>
      <TextField
        label={t('password.current')}
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={missing(current)}
      />
      <TextField
        label={t('password.next')}
        hint={t('password.next-hint')}
        type="password"
        autoComplete="new-password"
        value={next}
        onChange={setNext}
        error={missing(next)}
      />
      <TextField
        label={t('password.again')}
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
        error={isChecked && next !== again ? t('password.differ') : null}
      />
      <Trouble trouble={trouble} />
      <div className="w-actions">
        <Button type="submit" look="primary" isWide isBusy={isSending}>
          {t('password.send')}
        </Button>
      </div>
    </form>
  )
}
