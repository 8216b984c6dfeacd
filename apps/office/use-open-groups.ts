import { useEffect, useState } from 'react'
import { type PlaceGroup, placeGroups } from '#platform/ui/office/office-module.ts'
import { recallJson, remember } from '#platform/ui/ui/remember.ts'

const key = 'office.places.open'
/** On a new device the daily work stands open. */
const openAtFirst: readonly PlaceGroup[] = ['cases', 'oversight']

function areGroups(value: unknown): value is PlaceGroup[] {
  return Array.isArray(value) && value.every(one => placeGroups.includes(one))
}

/** Which groups of places stand open, remembered on this device. The group of a page opens when one comes to it. */
export function useOpenGroups(here: PlaceGroup | undefined) {
  const [open, setOpen] = useState<readonly PlaceGroup[]>(() => recallJson(key, areGroups) ?? openAtFirst)
  const change = (next: readonly PlaceGroup[]) => {
    remember(key, JSON.stringify(next))
    setOpen(next)
  }
  useEffect(() => {
    if (here) setOpen(now => (now.includes(here) ? now : [...now, here]))
  }, [here])
  return {
    isOpen: (group: PlaceGroup) => open.includes(group),
    toggle: (group: PlaceGroup) => change(open.includes(group) ? open.filter(one => one !== group) : [...open, group]),
  }
}
