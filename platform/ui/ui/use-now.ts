import { useEffect, useState } from 'react'
import type { Instant } from '../../kernel/common/instant.ts'

const everyMilliseconds = 30_000

/** The device's time, moving on by itself, so that "due soon" becomes "overdue" on a page that stays open. */
export function useNow(): Instant {
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), everyMilliseconds)
    return () => clearInterval(timer)
  }, [])
  return now
}
