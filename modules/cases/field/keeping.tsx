import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { OutOfReach } from '#platform/contract/common/client.ts'
import { isRefusal, type Refusal } from '#platform/kernel/common/refusal.ts'
import { sentenceOf, uploadPhoto, useClient } from '#platform/ui/ui/index.ts'
import { forget, keep, type KeptReport, listKept } from './kept-reports.ts'
import { type Reported, sendReport } from './send-report.ts'

export type Outcome =
  | { readonly kind: 'sent'; readonly reported: Reported }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'kept'; readonly trouble: unknown }
  /** Neither sent nor kept: only this page has it. */
  | { readonly kind: 'unsafe'; readonly trouble: unknown }

interface Keeping {
  readonly isReady: boolean
  readonly reports: readonly KeptReport[]
  /** How many wait to be sent or looked at. */
  readonly waiting: number
  readonly keep: (report: KeptReport) => Promise<boolean>
  readonly forget: (id: string) => Promise<void>
  readonly send: (report: KeptReport) => Promise<Outcome>
}

const KeepingContext = createContext<Keeping | null>(null)

/** The reports on this phone, for the pages that write, show and send them. */
export function KeepingProvider({ personId, children }: { readonly personId: string; readonly children: ReactNode }) {
  const client = useClient()
  const [reports, setReports] = useState<readonly KeptReport[]>([])
  const [isReady, setReady] = useState(false)
  const refresh = useCallback(
    () =>
      listKept(personId)
        .then(setReports)
        // A private window keeps nothing; then reports live as long as their page, and the page says so.
        .catch(() => {})
        .then(() => setReady(true)),
    [personId],
  )
  useEffect(() => {
    void refresh()
  }, [refresh])

  const keeping = useMemo<Keeping>(() => {
    async function keepOne(report: KeptReport): Promise<boolean> {
      try {
        await keep(report)
        await refresh()
        return true
      } catch {
        return false
      }
    }
    async function forgetOne(id: string): Promise<void> {
      await forget(id).catch(() => {})
      await refresh()
    }
    async function send(report: KeptReport): Promise<Outcome> {
      const waiting = { ...report, state: 'waiting', reason: null } as const
      const isKept = await keepOne(waiting)
      try {
        const world = { client, upload: uploadPhoto, keep: async (one: KeptReport) => void (await keepOne(one)) }
        const answer = await sendReport(waiting, world)
        if (!isRefusal(answer)) {
          await forgetOne(report.id)
          return { kind: 'sent', reported: answer }
        }
        await keepOne({ ...waiting, state: 'refused', reason: sentenceOf(answer) })
        return { kind: 'refused', refusal: answer }
      } catch (trouble) {
        if (!(trouble instanceof OutOfReach)) throw trouble
        return { kind: isKept ? 'kept' : 'unsafe', trouble }
      }
    }
    const waiting = reports.filter(report => report.state !== 'writing').length
    return { isReady, reports, waiting, keep: keepOne, forget: forgetOne, send }
  }, [client, isReady, refresh, reports])
  return <KeepingContext.Provider value={keeping}>{children}</KeepingContext.Provider>
}

export function useKeeping(): Keeping {
  const keeping = useContext(KeepingContext)
  if (!keeping) throw new Error('useKeeping needs a KeepingProvider above it')
  return keeping
}
