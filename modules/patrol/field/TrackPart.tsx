import { useEffect, useRef, useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { usePhone } from '#platform/offline/field/index.ts'
import { Switch, useAnswer, useClient, useLive, useText } from '#platform/ui/ui/index.ts'
import type { myTrack } from '../common/contract.ts'
import { fieldPatrolMessages } from './messages.ts'
import type { MyRound } from './round-on-phone.ts'

interface Fix {
  readonly at: string
  readonly lon: number
  readonly lat: number
}

/** A piece is handed over this often; what was not, is lost with the page, and nobody asks for it. */
const pieceMs = 120_000
const mostFixes = 500

/**
 * The walker's own track: off until they turn it on, only while the round is walked and this page is open, shown to
 * them alone.
 */
export function TrackPart({ round }: { readonly round: MyRound }) {
  const t = useText(fieldPatrolMessages)
  const [isOn, setOn] = useState(false)
  const isWalking = round.state === 'walking'
  const track = useTrack(round, isOn && isWalking)
  return (
    <section aria-label={t('track.title')}>
      <h2>{t('track.title')}</h2>
      <p className="w-hint">{t('track.about')}</p>
      {isWalking ? <Switch label={t('track.on')} isOn={isOn} onChange={setOn} /> : null}
      <output className="w-soft">
        {track.count > 0 ? t('track.now', { n: track.count }) : ''} {track.isLost ? t('track.lost') : ''}
      </output>
      <OwnTrack roundId={round.roundId} />
    </section>
  )
}

/** How many places were written down since it was turned on, and whether the phone knows where it is at this moment. */
function useTrack({ roundId, title }: MyRound, isOn: boolean): { readonly count: number; readonly isLost: boolean } {
  const phone = usePhone()
  const [count, setCount] = useState(0)
  const [isLost, setLost] = useState(false)
  const fixes = useRef<Fix[]>([])
  useEffect(() => {
    if (!isOn || !('geolocation' in navigator)) return
    const hand = () => {
      const some = fixes.current.splice(0, mostFixes)
      if (some.length === 0) return
      const input = { roundId, trackId: newId(), fixes: some }
      void phone.perform({ command: 'patrol.keep-track', input, title, patience: 0 })
    }
    const watch = navigator.geolocation.watchPosition(
      ({ timestamp, coords }) => {
        const at = new Date(timestamp).toISOString()
        fixes.current.push({ at, lon: coords.longitude, lat: coords.latitude })
        setCount(before => before + 1)
        setLost(false)
      },
      // Indoors, as a rule: points are looked at all the same, and nothing is missing for it.
      () => setLost(true),
      { enableHighAccuracy: true, maximumAge: 10_000 },
    )
    const timer = setInterval(hand, pieceMs)
    return () => {
      navigator.geolocation.clearWatch(watch)
      clearInterval(timer)
      hand()
    }
  }, [phone, roundId, title, isOn])
  return { count, isLost }
}

/** What is kept of me, and until when. */
function OwnTrack({ roundId }: { readonly roundId: string }) {
  const t = useText(fieldPatrolMessages)
  const client = useClient()
  const asked = useAnswer(`track ${roundId}`, () => client.query<typeof myTrack>('patrol.my-track', { roundId }))
  const { reload } = asked
  useLive(change => {
    if (change === 'reset') void reload()
  })
  const fixes = asked.answer?.fixes ?? []
  if (fixes.length === 0) return <p className="w-soft">{t('track.none')}</p>
  const lons = fixes.map(fix => fix.lon)
  const lats = fixes.map(fix => fix.lat)
  const [west, south] = [Math.min(...lons), Math.min(...lats)]
  const wide = Math.max(Math.max(...lons) - west, Math.max(...lats) - south, 1e-4)
  const points = fixes.map(({ lon, lat }) => `${((lon - west) / wide) * 100},${100 - ((lat - south) / wide) * 100}`)
  return (
    <>
      <svg viewBox="-4 -4 108 108" role="img" aria-label={t('track.picture', { n: fixes.length })} className="f-track">
        <polyline points={points.join(' ')} fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
      <p className="w-soft">
        {t('track.kept', { n: fixes.length, day: (asked.answer?.keptUntil ?? '').slice(0, 10) })}
      </p>
    </>
  )
}
