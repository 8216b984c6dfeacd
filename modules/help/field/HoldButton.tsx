import { useEffect, useRef, useState } from 'react'
import { Button, Dialog, useText } from '#platform/ui/ui/index.ts'
import { holdMilliseconds } from '../common/call.ts'
import { fieldHelpMessages } from './messages.ts'

/**
 * Calls for help: held long enough at once, pressed shortly, or by key or screen reader, after a yes. A pocket does
 * neither. The bar that fills says how much longer.
 */
export function HoldButton({ onCall, isBusy }: { readonly onCall: () => void; readonly isBusy: boolean }) {
  const t = useText(fieldHelpMessages)
  const [isHeld, setHeld] = useState(false)
  const [asks, setAsks] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const hasCalled = useRef(false)
  useEffect(() => letGo, [])

  function letGo() {
    if (timer.current) clearTimeout(timer.current)
    timer.current = null
    setHeld(false)
  }
  function hold() {
    hasCalled.current = false
    setHeld(true)
    timer.current = setTimeout(() => {
      hasCalled.current = true
      letGo()
      onCall()
    }, holdMilliseconds)
  }
  return (
    <>
      <button
        type="button"
        className={isHeld ? 'h-hold h-hold-on' : 'h-hold'}
        style={{ '--hold': `${holdMilliseconds}ms` } as React.CSSProperties}
        aria-busy={isBusy || undefined}
        disabled={isBusy}
        onPointerDown={event => {
          if (event.button === 0) hold()
        }}
        onPointerUp={letGo}
        onPointerLeave={letGo}
        onPointerCancel={letGo}
        onContextMenu={event => event.preventDefault()}
        onClick={() => {
          // The press that ends a long hold is no second call.
          if (!hasCalled.current) setAsks(true)
          hasCalled.current = false
        }}
      >
        <span className="h-hold-words">{t(isHeld ? 'help.holding' : 'help.hold')}</span>
      </button>
      <p className="w-soft">{t('help.hold-hint')}</p>
      {asks ? (
        <Dialog title={t('help.sure')} onClose={() => setAsks(false)}>
          <p>{t('help.sure-why')}</p>
          <div className="w-actions">
            <Button
              look="danger"
              isWide
              onPress={() => {
                setAsks(false)
                onCall()
              }}
            >
              {t('help.yes')}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </>
  )
}
