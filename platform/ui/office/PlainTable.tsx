import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useText } from '../ui/use-text.ts'
import { officeMessages } from './messages.ts'

export interface PlainColumn<Row> {
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  readonly isNumber?: boolean
  readonly look?: (row: Row) => string | undefined
}

interface PlainTableProps<Row> {
  readonly rows: readonly Row[]
  readonly columns: readonly PlainColumn<Row>[]
  readonly rowKey: (row: Row) => string
  /** What a row is found by; with it, a longer table has a box to look in. */
  readonly words?: (row: Row) => string
}

const atFirst = 50

/** A table that is there as a whole: the first rows, the rest on asking; on a phone each row stands as a card. */
export function PlainTable<Row>({ rows, columns, rowKey, words }: PlainTableProps<Row>) {
  const t = useText(officeMessages)
  const [most, setMost] = useState(atFirst)
  const [looked, setLooked] = useState('')
  const found = words && looked !== '' ? rows.filter(row => words(row).includes(looked)) : rows
  return (
    <>
      {words && rows.length > atFirst ? (
        <Input.Search
          className="o-find"
          allowClear
          aria-label={t('table.find')}
          placeholder={t('table.find')}
          onChange={event => setLooked(event.target.value.trim())}
        />
      ) : null}
      <table className="o-plain o-stacks">
        <thead>
          <tr>
            {columns.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.slice(0, most).map(row => (
            <tr key={rowKey(row)}>
              {columns.map(({ head, cell, isNumber, look }) => (
                <td
                  key={head}
                  data-head={head}
                  className={[isNumber ? 'o-number' : '', look?.(row) ?? ''].join(' ').trim() || undefined}
                >
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {found.length > most ? (
        <p className="o-list-end" aria-live="polite">
          {t('table.shown', { shown: most, count: found.length })}
          <Button onClick={() => setMost(most + 2 * atFirst)}>{t('list.more')}</Button>
        </p>
      ) : null}
      {found.length === 0 && rows.length > 0 ? <p>{t('table.none', { words: looked })}</p> : null}
    </>
  )
}
