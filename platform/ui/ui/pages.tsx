import { useEffect, useState } from 'react'
import { isRefusal, type Refusal } from '../../kernel/common/refusal.ts'
import { uiMessages } from '../messages.ts'
import { Button } from './Button.tsx'
import { type Asked, useAnswer } from './use-answer.ts'
import { useText } from './use-text.ts'

interface Page {
  readonly rows: readonly unknown[]
  readonly next: string | null
}

/**
 * A list page by page, for small screens: `rows` of the answer are those of every page that was asked for, and all of them are
 * asked again together, so that nothing is twice or missing when the list moves. `ask` is given the cursor of a page.
 */
export function usePages<P extends Page>(key: string, ask: (cursor: { cursor?: string }) => Promise<P | Refusal>) {
  const [wanted, setWanted] = useState({ key, pages: 1 })
  const pages = wanted.key === key ? wanted.pages : 1
  const asked = useAnswer<{ readonly answer: P; readonly pages: number }>(key, async () => {
    const answer = await firstPages(pages, ask)
    return isRefusal(answer) ? answer : { answer, pages }
  })
  const { reload } = asked
  useEffect(() => {
    if (pages > 1) void reload()
  }, [pages, reload])
  return {
    ...shown(asked),
    reload,
    isAsking: asked.state === 'ready' && asked.answer.pages < pages,
    more: () => setWanted({ key, pages: pages + 1 }),
  }
}

function shown<P>(asked: Asked<{ readonly answer: P }>): Asked<P> {
  if (asked.state === 'loading') return { state: 'loading' }
  if (asked.state === 'ready') return { state: 'ready', answer: asked.answer.answer }
  return { state: 'failed', trouble: asked.trouble, ...(asked.answer ? { answer: asked.answer.answer } : {}) }
}

/** So many pages as one, with the cursor of what comes after them. */
export async function firstPages<P extends Page>(
  pages: number,
  ask: (cursor: { cursor?: string }) => Promise<P | Refusal>,
): Promise<P | Refusal> {
  const first = await ask({})
  if (isRefusal(first)) return first
  const rows = [...first.rows]
  let { next } = first
  for (let page = 1; page < pages && next !== null; page++) {
    const more = await ask({ cursor: next })
    if (isRefusal(more)) return more
    rows.push(...more.rows)
    next = more.next
  }
  return { ...first, rows, next } as P
}

interface MorePagesProps {
  readonly of: { readonly answer?: Page | undefined; readonly isAsking: boolean; readonly more: () => void }
}

/** How many are shown and the way to the others; nothing where all are shown. */
export function MorePages({ of: { answer, isAsking, more } }: MorePagesProps) {
  const t = useText(uiMessages)
  if (!answer || answer.next === null) return null
  return (
    <div className="w-actions">
      <p className="w-soft" aria-live="polite">
        {t('pages.shown', { n: answer.rows.length })}
      </p>
      <Button isWide isBusy={isAsking} onPress={more}>
        {t('pages.more')}
      </Button>
    </div>
  )
}
