import { Button, Link, useText } from '../../ui/ui/index.ts'
import { useAppUpdate } from './app-update.ts'
import { offlineMessages } from './messages.ts'
import { useOutbox, usePhone, usePhoneState } from './offline.tsx'

/** A quiet line, never a dialog: no network, sign in again, how much waits, a new version. Nothing of it stops the work. */
export function Strip() {
  const t = useText(offlineMessages)
  const phone = usePhone()
  useOutbox()
  const { line, isLasting } = usePhoneState()
  const update = useAppUpdate()
  const { waiting, needYou } = phone.waitingCount()
  const says = line !== 'up' || waiting + needYou > 0 || !isLasting || update !== null
  if (!says) return null
  return (
    <output className="f-strip">
      {line === 'down' ? <span>{t('strip.down')}</span> : null}
      {line === 'over' ? (
        <>
          <span>{t('strip.over')}</span>
          <Link to="/sign-in">{t('strip.sign-in')}</Link>
        </>
      ) : null}
      {needYou > 0 ? <Link to="/waiting">{t('strip.needs-you', { n: needYou })}</Link> : null}
      {waiting > 0 ? <Link to="/waiting">{t('strip.waiting', { n: waiting })}</Link> : null}
      {isLasting ? null : <span>{t('strip.short-lived')}</span>}
      {update ? (
        <>
          <span>{t('strip.update')}</span>
          <Button look="quiet" onPress={update}>
            {t('strip.update-now')}
          </Button>
        </>
      ) : null}
    </output>
  )
}
