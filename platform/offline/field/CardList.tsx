import type { ReactNode } from 'react'
import { EmptyState } from '../../ui/ui/Notice.tsx'
import { useLive } from '../../ui/ui/live.ts'
import { Unanswered } from '../../ui/ui/Unanswered.tsx'
import type { Asked } from '../../ui/ui/use-answer.ts'

interface CardListProps<Row> {
  readonly asked: Asked<unknown> & { readonly reload: () => Promise<void> }
  /** Out of the answer; undefined until there is one. */
  readonly rows: readonly Row[] | undefined
  readonly rowKey: (row: Row) => string
  readonly empty: string
  /** How something comes to be here. */
  readonly emptyHint?: string
  readonly children: (row: Row) => ReactNode
}

/**
 * Cards of one kind, such as one's own matters, asked for anew with each piece of news; what is on the screen stays when
 * the line breaks.
 */
export function CardList<Row>({ asked, rows, rowKey, empty, emptyHint, children }: CardListProps<Row>) {
  const { reload } = asked
  useLive(() => void reload())
  return (
    <>
      <Unanswered asked={asked} />
      {rows?.length === 0 ? <EmptyState title={empty}>{emptyHint ? <p>{emptyHint}</p> : null}</EmptyState> : null}
      <ul className="f-list">
        {rows?.map(row => (
          <li key={rowKey(row)} className="w-card">
            {children(row)}
          </li>
        ))}
      </ul>
    </>
  )
}
