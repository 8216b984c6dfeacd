import { Button } from 'antd'
import { Told } from './Told.tsx'

interface Unopened {
  readonly title: string
  /** That the look is on record, and why. */
  readonly why: string
  readonly press: string
  readonly trouble: unknown
  readonly isSending: boolean
  readonly onOpen: () => void
}

/** Words that nobody reads in passing: they are opened by a press, because each look is on record. */
export function OpenOnRecord({ title, why, press, trouble, isSending, onOpen }: Unopened) {
  return (
    <section className="o-card o-stack" aria-label={title}>
      <p>{why}</p>
      <Told trouble={trouble} />
      <div className="o-actions">
        <Button type="primary" loading={isSending} onClick={onOpen}>
          {press}
        </Button>
      </div>
    </section>
  )
}
