import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { Dialog } from '#platform/ui/ui/Dialog.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { shellMessages } from './messages.ts'
import { placesCalled, usePlaces } from './places.ts'

/** A page by its name: Ctrl+K from anywhere, also while one types. */
export function GoTo() {
  const t = useText(shellMessages)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      if (document.querySelector('dialog[open], [role="dialog"][aria-modal="true"]')) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  return (
    <>
      <button
        type="button"
        className="o-go"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
        title={t('go.keys')}
        onClick={() => setOpen(true)}
      >
        {t('go.to')}
        <kbd aria-hidden="true">{t('go.key')}</kbd>
      </button>
      {isOpen ? (
        <Dialog title={t('go.to')} onClose={() => setOpen(false)}>
          <Chooser onChosen={() => setOpen(false)} />
        </Dialog>
      ) : null}
    </>
  )
}

/** A list that is chosen from while the focus stays in the box above it. */
function Chooser({ onChosen }: { readonly onChosen: () => void }) {
  const t = useText(shellMessages)
  const navigate = useNavigate()
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const found = placesCalled(usePlaces(), text)
  const optionId = (index: number) => `${id}-${index}`
  const go = (path: string) => {
    onChosen()
    void navigate({ to: path })
  }
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => setAt(Math.min(at + 1, found.length - 1)),
    ArrowUp: () => setAt(Math.max(at - 1, 0)),
    Enter: () => found[at] && go(found[at].path),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.nativeEvent.isComposing ? undefined : keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, at])
  return (
    <>
      <label className="o-go-box">
        <span>{t('go.which')}</span>
        <input
          className="o-input"
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={found[at] ? optionId(at) : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          placeholder={t('go.example')}
          value={text}
          onChange={event => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <p className="o-soft" role="status">
        {found.length > 0 ? t('go.found', { count: found.length }) : t('go.none', { text })}
      </p>
      <div id={`${id}-list`} role="listbox" aria-label={t('go.to')} className="o-go-list">
        {found.map((place, index) => (
          // The keys are the box's: the list itself is never focused.
          <div
            key={place.path}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => go(place.path)}
            onKeyDown={onKeyDown}
          >
            {place.words}
            <span className="o-soft">{t(`shell.group.${place.group}`)}</span>
          </div>
        ))}
      </div>
    </>
  )
}
