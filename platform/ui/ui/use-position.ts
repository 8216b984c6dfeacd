import { useCallback, useState } from 'react'

export type Position =
  | { readonly state: 'none' }
  | { readonly state: 'asking' }
  | { readonly state: 'found'; readonly lon: number; readonly lat: number; readonly accuracyMetres: number }
  /** `denied`: the person or the device said no. `failed`: no position came in time. */
  | { readonly state: 'denied' | 'failed' }

const patienceMilliseconds = 15_000

/** Asks the device once, when told to; nothing is followed or kept (no track outside a task, mission 3). */
export function usePosition() {
  const [position, setPosition] = useState<Position>({ state: 'none' })
  const ask = useCallback(() => {
    if (!('geolocation' in navigator)) return setPosition({ state: 'failed' })
    setPosition({ state: 'asking' })
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        setPosition({
          state: 'found',
          lon: coords.longitude,
          lat: coords.latitude,
          accuracyMetres: Math.round(coords.accuracy),
        }),
      error => setPosition({ state: error.code === error.PERMISSION_DENIED ? 'denied' : 'failed' }),
      { enableHighAccuracy: true, timeout: patienceMilliseconds, maximumAge: 10_000 },
    )
  }, [])
  const forget = useCallback(() => setPosition({ state: 'none' }), [])
  return { position, ask, forget }
}
