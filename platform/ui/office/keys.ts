import { useEffect, useRef } from 'react'

/** True while somebody types, chooses from a list or answers a dialog: then letters are letters. */
function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('[role="dialog"], [role="listbox"], [role="menu"]')) return true
  return target instanceof HTMLInputElement
    ? !['checkbox', 'radio', 'button', 'submit', 'reset'].includes(target.type)
    : target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

/** One letter, one action, as long as nobody types and no dialog is open. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const newest = useRef(keys)
  useEffect(() => {
    newest.current = keys
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (isBusy(event.target) || document.querySelector('[role="dialog"][aria-modal="true"]')) return
      const act = newest.current[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
