import { Checkbox, Table, type TableColumnType } from 'antd'
import { type ReactNode, useState } from 'react'
import { recallJson, remember } from '../ui/remember.ts'
import { useText } from '../ui/use-text.ts'
import type { AskedList } from './ask.ts'
import { Failed, Loading } from './Blank.tsx'
import { Drop } from './Drop.tsx'
import { MoreRows } from './MoreRows.tsx'
import { officeMessages } from './messages.ts'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  readonly show: (row: Row) => ReactNode
  /** In pixels; a column without one takes what is left, and never less than a few words. */
  readonly width?: number
  readonly isNumber?: boolean
  /** Not shown until chosen. */
  readonly isExtra?: boolean
  /** Cannot be hidden; the first column never can. */
  readonly isAlways?: boolean
}

interface ListTableProps<Row> {
  /** Under which name this person's choice of columns is kept. */
  readonly name: string
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly asked: AskedList<Row>
  readonly rowKey: (row: Row) => string
  readonly empty: ReactNode
  readonly tools?: ReactNode
  readonly rowClass?: (row: Row) => string
}

/** A list page by page: sticky head, chosen columns, row height by person, and a sentence for each state. */
export function ListTable<Row extends object>(props: ListTableProps<Row>) {
  const { asked, columns, rowKey, label } = props
  const choice = useColumnChoice(props.name, columns)
  if (asked.isPending) return <Loading lines={10} />
  if (asked.isError && asked.rows.length === 0) return <Failed trouble={asked.error} onAgain={asked.refetch} />
  return (
    <section aria-label={label} className="o-list">
      <div className="o-list-tools">
        {props.tools}
        <ColumnChoice columns={columns} choice={choice} />
      </div>
      {asked.rows.length === 0 ? (
        props.empty
      ) : (
        <>
          <Table<Row>
            size="small"
            className={choice.isDense ? 'o-table o-table-dense' : 'o-table'}
            columns={tableColumns(columns.filter(column => choice.shown.includes(column.key)))}
            dataSource={asked.rows as Row[]}
            rowKey={rowKey}
            pagination={false}
            {...(props.rowClass ? { rowClassName: props.rowClass } : {})}
          />
          <MoreRows asked={asked} />
        </>
      )}
    </section>
  )
}

/** From so many columns that take what is left on, each gets less: a table is no wider than the smallest screen. */
const manyRoomy = 4

function tableColumns<Row>(columns: readonly Column<Row>[]): TableColumnType<Row>[] {
  const roomy = columns.filter(({ width }) => width === undefined).length > manyRoomy ? 'o-narrow' : 'o-roomy'
  return columns.map(column => tableColumn(column, roomy))
}

function tableColumn<Row>(column: Column<Row>, roomy: string): TableColumnType<Row> {
  return {
    key: column.key,
    title: column.title,
    render: (_, row) => column.show(row),
    ...(column.width ? { width: column.width } : { className: roomy }),
    ...(column.isNumber ? { align: 'right' as const } : {}),
  }
}

interface Choice {
  readonly shown: readonly string[]
  readonly isDense: boolean
  readonly choose: (shown: readonly string[], isDense: boolean) => void
}

const isKept = (value: unknown): value is { shown: string[]; isDense: boolean } =>
  typeof value === 'object' && value !== null && 'shown' in value && Array.isArray(value.shown) && 'isDense' in value

function useColumnChoice<Row>(name: string, columns: readonly Column<Row>[]): Choice {
  const key = `wangge.columns.${name}`
  const usual = columns.filter(column => !column.isExtra).map(column => column.key)
  const [kept, setKept] = useState(() => recallJson(key, isKept))
  return {
    shown: kept?.shown ?? usual,
    isDense: kept?.isDense ?? false,
    choose(shown, isDense) {
      const next = { shown: [...shown], isDense }
      remember(key, JSON.stringify(next))
      setKept(next)
    },
  }
}

function ColumnChoice<Row>(props: { readonly columns: readonly Column<Row>[]; readonly choice: Choice }) {
  const { columns, choice } = props
  const t = useText(officeMessages)
  return (
    <Drop label={t('list.columns')}>
      <div role="group" className="o-columns" aria-label={t('list.columns')}>
        {columns.map((column, index) => (
          <Checkbox
            key={column.key}
            checked={choice.shown.includes(column.key)}
            // The first column is the way to the thing itself.
            disabled={index === 0 || column.isAlways === true}
            onChange={event => {
              const shown = event.target.checked
                ? columns.map(one => one.key).filter(one => one === column.key || choice.shown.includes(one))
                : choice.shown.filter(one => one !== column.key)
              choice.choose(shown, choice.isDense)
            }}
          >
            {column.title}
          </Checkbox>
        ))}
        <Checkbox checked={choice.isDense} onChange={event => choice.choose(choice.shown, event.target.checked)}>
          {t('list.dense')}
        </Checkbox>
      </div>
    </Drop>
  )
}
