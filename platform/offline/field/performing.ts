import type { Refusal } from '../../kernel/common/refusal.ts'
import type { OutboxEngine } from './outbox-engine.ts'

export type Performed =
  | { readonly kind: 'sent'; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** On this phone, and sent by itself when there is a network. */
  | { readonly kind: 'kept' }
  /** Neither sent nor kept: there is no room, and only the page has it. */
  | { readonly kind: 'full' }

export interface Performing {
  readonly command: string
  readonly input: object
  /** What the outbox says it is. */
  readonly title: string
  /** Photos that lie on the phone under these ids. */
  readonly photos?: readonly { readonly id: string; readonly bytes: number; readonly takenAt: string }[]
  readonly requestId?: string
  /** How long the page waits for the answer before it says "kept". */
  readonly patience?: number
}

export const usualPatience = 6_000

/** What became of something in the outbox, as far as it comes while the page waits. */
export function outcomeOf(engine: OutboxEngine, id: string, patience: number): Promise<Performed> {
  return new Promise(resolve => {
    const timer = setTimeout(() => finish({ kind: 'kept' }), patience)
    const stop = engine.subscribe(() => look())
    function finish(performed: Performed) {
      clearTimeout(timer)
      stop()
      resolve(performed)
    }
    function look() {
      const outbox = engine.snapshot()
      const item = outbox.items.find(one => one.id === id)
      if (item?.state === 'done') return finish({ kind: 'sent', answer: item.answer })
      if (item?.state === 'refused' && item.refusal) {
        const { refusal } = item
        // The page shows it beside what was written, and the person corrects it there.
        void engine.write({ type: 'dropped', id, keepsBytes: true }).then(() => finish({ kind: 'refused', refusal }))
        stop()
        return
      }
      if (item?.state === 'needs-you' || outbox.linePause !== null || item?.pause) finish({ kind: 'kept' })
    }
    look()
  })
}
