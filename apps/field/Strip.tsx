import { useEffect, useState } from 'react'
import { fieldCaseMessages, useKeeping } from '#modules/cases/field/index.ts'
import { Link, useText } from '#platform/ui/ui/index.ts'

/** A quiet line, never a dialog: no network, and how many reports wait on this phone. */
export function Strip() {
  const t = useText(fieldCaseMessages)
  const { waiting } = useKeeping()
  const [isOnline, setOnline] = useState(() => navigator.onLine)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => {
      removeEventListener('online', look)
      removeEventListener('offline', look)
    }
  }, [])
  // The browser may say it is online and be wrong; what waits is shown either way, and sending is always allowed.
  if (isOnline && waiting === 0) return null
  return (
    <output className="f-strip">
      {isOnline ? null : <span>{t('strip.offline')}</span>}
      {waiting > 0 ? <Link to="/waiting">{t('strip.waiting', { n: waiting })}</Link> : null}
    </output>
  )
}
