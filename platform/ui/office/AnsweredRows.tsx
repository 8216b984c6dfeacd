import type { ReactNode } from 'react'
import type { AskedList } from './ask.ts'
import { Failed, Loading } from './Blank.tsx'
import { MoreRows } from './MoreRows.tsx'

interface AnsweredRowsProps<Row> {
  readonly asked: AskedList<Row>
  readonly empty: ReactNode
  readonly children: (rows: readonly Row[]) => ReactNode
}

/** A list that is no table, page by page, in its states; below it the way to what is not shown yet. */
export function AnsweredRows<Row>({ asked, empty, children }: AnsweredRowsProps<Row>) {
  if (asked.isPending) return <Loading />
  if (asked.isError && asked.rows.length === 0) return <Failed trouble={asked.error} onAgain={asked.refetch} />
  if (asked.rows.length === 0) return <>{empty}</>
  return (
    <>
      {children(asked.rows)}
      {asked.hasNextPage ? <MoreRows asked={asked} /> : null}
    </>
  )
}
