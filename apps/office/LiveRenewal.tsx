import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useRenew } from '#platform/ui/office/ask.ts'
import { useSubjects } from '#platform/ui/office/session.tsx'
import { useLive } from '#platform/ui/ui/live.ts'

/** A burst of news is one renewal. */
const gatherMilliseconds = 400

/** Screens update by themselves: news about a thing makes the answers about it old. */
export function LiveRenewal() {
  const subjects = useSubjects()
  const queries = useQueryClient()
  const renew = useRenew()
  const gathered = useRef(new Set<string>())
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current)
    },
    [],
  )
  useLive(change => {
    if (change === 'reset') {
      void queries.invalidateQueries()
      return
    }
    const beginnings = subjects[change.kind]?.renews ?? []
    for (const beginning of [...beginnings, 'inbox.', 'notices.']) gathered.current.add(beginning)
    timer.current ??= setTimeout(() => {
      timer.current = null
      renew([...gathered.current])
      gathered.current.clear()
    }, gatherMilliseconds)
  })
  return null
}
