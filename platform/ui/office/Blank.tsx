import { Button, Skeleton } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { isRefusal } from '../../kernel/common/refusal.ts'
import { useExplain } from '../ui/client.tsx'
import { useText } from '../ui/use-text.ts'
import { officeMessages } from './messages.ts'

interface BlankProps {
  readonly title: string
  readonly children?: ReactNode
}

/** Nothing here: says what would be, and how it comes. */
export function Blank({ title, children }: BlankProps) {
  return (
    <div className="o-blank">
      <p className="o-blank-title">{title}</p>
      {children ? <div>{children}</div> : null}
    </div>
  )
}

export function NoPermission() {
  const t = useText(officeMessages)
  return <Blank title={t('no-permission.title')}>{t('no-permission.body')}</Blank>
}

/** What stopped an answer, and a way on. */
export function Failed({ trouble, onAgain }: { readonly trouble: unknown; readonly onAgain: () => unknown }) {
  const t = useText(officeMessages)
  const explain = useExplain()
  if (isRefusal(trouble) && trouble.kind === 'not-allowed') return <NoPermission />
  return (
    <Blank title={t('list.failed')}>
      <p role="alert">{explain(trouble)}</p>
      <Button onClick={() => void onAgain()}>{t('again')}</Button>
    </Blank>
  )
}

/** Grey lines, but only after 300 ms: a flash of them is worse than none. */
export function Loading({ lines = 6 }: { readonly lines?: number }) {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return isLate ? <Skeleton active title={false} paragraph={{ rows: lines }} className="o-skeleton" /> : null
}

interface WaitingProps<T> {
  readonly asked: {
    readonly data: T | undefined
    readonly isPending: boolean
    readonly error: unknown
    readonly refetch: () => unknown
  }
  readonly children: (answer: T) => ReactNode
}

/** One answer in its states: loading, failed, there. */
export function Answered<T>({ asked, children }: WaitingProps<T>) {
  if (asked.data !== undefined) return <>{children(asked.data)}</>
  if (asked.isPending) return <Loading />
  return <Failed trouble={asked.error} onAgain={asked.refetch} />
}
