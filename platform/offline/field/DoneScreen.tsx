import type { ReactNode } from 'react'
import { Button } from '../../ui/ui/Button.tsx'
import { Link } from '../../ui/ui/router.tsx'
import { Notice } from '../../ui/ui/Notice.tsx'
import { Screen } from '../../ui/ui/Screen.tsx'
import { useText } from '../../ui/ui/use-text.ts'
import { offlineMessages } from './messages.ts'

interface DoneScreenProps {
  readonly title: string
  readonly back?: string
  /** What the server said; null while it lies on the phone. */
  readonly answer: ReactNode
  readonly again: string
  readonly onAgain: () => void
  /** Where what was written can be followed. */
  readonly follow: { readonly to: string; readonly label: string }
}

/** After a form was sent or kept: what came of it, another one, or the way to this one. */
export function DoneScreen({ title, back, answer, again, onAgain, follow }: DoneScreenProps) {
  const t = useText(offlineMessages)
  return (
    <Screen title={title} {...(back === undefined ? {} : { back })}>
      {answer === null ? <Notice tone="warn">{t('kept.hint')}</Notice> : <Notice tone="good">{answer}</Notice>}
      <div className="w-actions">
        <Button look="primary" isWide onPress={onAgain}>
          {again}
        </Button>
        <Link to={follow.to} className="w-button">
          {follow.label}
        </Link>
      </div>
    </Screen>
  )
}
