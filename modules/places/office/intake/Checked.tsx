import { Button } from 'antd'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import { PlainTable } from '#platform/ui/office/PlainTable.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { checkIntake, takeIntake } from '../../common/contract-intake.ts'
import { placesIntakeMessages } from './messages.ts'
import type { ReadItems } from './read-items.ts'
import { useRowText } from './row-text.ts'

export type CheckedRows = OutputOf<typeof checkIntake>

interface CheckedProps {
  readonly items: ReadItems
  readonly checked: CheckedRows | null
  readonly onChecked: (checked: CheckedRows | null) => void
}

interface ShownRow {
  readonly row: number
  readonly name: string
  readonly text: string
  /** Faults first, then what somebody should look at. */
  readonly rank: 0 | 1 | 2
}

/** What becomes of each row, faults first; then all of it is taken in at once. */
export function Checked({ items: { batch, faults }, checked, onChecked }: CheckedProps) {
  const t = useText(placesIntakeMessages)
  const say = useSay()
  const rowText = useRowText()
  const check = useDo<typeof checkIntake>('places.check-intake', { onDone: onChecked })
  const take = useDo<typeof takeIntake>('places.take-intake', {
    renews: ['places.'],
    onDone: ({ counts }) => {
      say(t('intake.done', counts))
      // Looked at again, everything taken in is known.
      if (batch) check.send({ intakeId: newId(), batch })
    },
  })
  const shown = [
    ...faults.map(({ row, name, trouble }): ShownRow => ({ row, name, text: rowText.ofFault(trouble), rank: 0 })),
    ...(checked?.rows ?? []).map(
      (row): ShownRow => ({
        ...{ row: row.row, name: row.name, text: rowText.of(row) },
        rank: row.does === null ? 0 : row.note === null ? 2 : 1,
      }),
    ),
  ].sort((a, b) => a.rank - b.rank || a.row - b.row)
  const counts = checked && { ...checked.counts, leftOut: checked.counts.leftOut + faults.length }
  const good = checked ? checked.counts.add + checked.counts.correct : 0
  return (
    <div className="pl-list">
      <h2>{t('intake.rows')}</h2>
      <Told trouble={check.trouble ?? take.trouble} />
      {batch && !checked ? (
        <Button type="primary" loading={check.isSending} onClick={() => check.send({ intakeId: newId(), batch })}>
          {t('intake.check')}
        </Button>
      ) : null}
      {counts ? <p role="status">{t('intake.counts', counts)}</p> : null}
      {batch && checked && good > 0 ? (
        <Button
          type="primary"
          loading={take.isSending || check.isSending}
          onClick={() => take.send({ intakeId: newId(), batch })}
        >
          {t('intake.take', { count: good })}
        </Button>
      ) : null}
      {!batch || (checked && good === 0) ? <p>{t('intake.nothing')}</p> : null}
      {shown.length > 0 ? (
        <PlainTable
          rows={shown}
          rowKey={({ row, text }) => `${row} ${text}`}
          words={({ name, text }) => `${name} ${text}`}
          columns={[
            { head: t('intake.row'), cell: ({ row }) => row, isNumber: true },
            { head: t('intake.name'), cell: ({ name }) => name },
            {
              head: t('intake.becomes'),
              cell: ({ text }) => text,
              look: ({ rank }) => (rank === 0 ? 'pl-gap' : undefined),
            },
          ]}
        />
      ) : null}
    </div>
  )
}
