import { Link } from '@tanstack/react-router'
import { Alert, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { mostLines, readSheet } from '#platform/sheets/common/sheet.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { classesOn } from '../common/class-book.ts'
import type { importSheet, listConditions } from '../common/contract.ts'
import type { listLocalClasses } from '../common/contract-classes.ts'
import type { LocalClass } from '../common/local-class.ts'
import { catalogueMessages } from '../common/messages.ts'
import { sampleRows } from '../common/sample/index.ts'
import { diffSheet, type SheetRow } from '../common/sheet-diff.ts'
import { rowsInSheet } from '../common/sheet-file.ts'
import type { Condition } from './ConditionsPage.tsx'
import { catalogueOfficeMessages } from './messages.ts'
import { saveSheet } from './save-file.ts'
import { SheetPreview, useFaultText } from './SheetPreview.tsx'
import { sheetOf } from './template.ts'

/** A city's own sheet beside what holds now: looked at first, taken afterwards. */
export function Page() {
  const t = useText(catalogueOfficeMessages, catalogueMessages)
  const [rows, setRows] = useState<readonly SheetRow[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const asked = useAsk<typeof listConditions>('catalogue.list-conditions', {})
  const local = useAsk<typeof listLocalClasses>('catalogue.list-local-classes', {})
  const take = (found: readonly SheetRow[] | null, said: string | null) => {
    setRows(found)
    setProblem(said)
  }
  const read = async (file: File) => {
    const lines = await readSheet(new Uint8Array(await file.arrayBuffer()))
    if (lines === 'not-a-sheet') return take(null, t('import.not-a-sheet'))
    if (lines === 'empty') return take(null, t('import.sheet-empty'))
    if (lines === 'too-many-rows') return take(null, t('import.too-many-rows', { most: mostLines }))
    const found = rowsInSheet(lines)
    if ('rows' in found) return take(found.rows, null)
    const columns = found.lacking.map(column => t(`catalogue.column.${column}`)).join('、')
    return take(null, t('import.lacking', { columns }))
  }
  return (
    <OfficePage
      title={t('import.title')}
      about={t('import.about')}
      actions={<Link to="/filing-standard">{t('import.back')}</Link>}
    >
      <div className="o-filters">
        <label>
          <span>{t('import.choose')}</span>
          <input
            className="o-input"
            type="file"
            accept=".xlsx"
            onChange={event => {
              const file = event.target.files?.[0]
              if (file) void read(file)
            }}
          />
        </label>
        <Button onClick={() => void sheetOf([]).then(bytes => saveSheet('filing-standard-template.xlsx', bytes))}>
          {t('import.template')}
        </Button>
        <Button onClick={() => take(sampleRows, null)}>{t('import.sample')}</Button>
      </div>
      {problem === null ? null : <Alert type="error" showIcon role="alert" title={problem} />}
      {rows === null ? null : (
        <Answered asked={asked}>
          {({ rows: inForce, book }) => (
            <Answered asked={local}>
              {({ versions }) => <Preview key={book} rows={rows} inForce={inForce} local={versions} book={book} />}
            </Answered>
          )}
        </Answered>
      )}
    </OfficePage>
  )
}

interface PreviewProps {
  readonly rows: readonly SheetRow[]
  readonly inForce: readonly Condition[]
  readonly local: readonly LocalClass[]
  readonly book: number
}

function Preview({ rows, inForce, local, book }: PreviewProps) {
  const t = useText(catalogueOfficeMessages)
  const say = useSay()
  const faultText = useFaultText()
  const [from, setFrom] = useState(() => dayOf(new Date().toISOString()))
  const [endGone, setEndGone] = useState(false)
  const kept = inForce.map(({ conditionId: id, ...one }) => ({
    ...{ ...one, id, needsDecision: one.limit === null, isEnded: false },
  }))
  const diff = diffSheet(rows, kept, classesOn(local, from).knows)
  const count = diff.fresh.length + diff.changed.length + (endGone ? diff.gone.length : 0)
  const { send, isSending, trouble } = useDo<typeof importSheet>('catalogue.import-sheet', {
    renews: ['catalogue.'],
    onDone: done => say(t('import.done', { ...done, faults: done.faults.length })),
  })
  const said = (row: number) =>
    diff.faults
      .filter(fault => fault.row === row)
      .map(fault => faultText(fault, rows))
      .join(' ')
  const faulty = rows.filter(({ row }) => diff.faults.some(fault => fault.row === row))
  return (
    <section aria-label={t('import.read', { count: rows.length })}>
      <Told trouble={trouble} />
      <SheetPreview rows={rows} diff={diff} />
      {faulty.length > 0 ? (
        <Button
          onClick={() =>
            void sheetOf(faulty, { heading: t('import.fault-heading'), of: said }).then(bytes =>
              saveSheet('filing-standard-faults.xlsx', bytes),
            )
          }
        >
          {t('import.faults-file')}
        </Button>
      ) : null}
      <div className="o-filters">
        <label>
          <span>{t('import.from')}</span>
          <input className="o-input" type="date" value={from} onChange={event => setFrom(event.target.value)} />
        </label>
        {diff.gone.length > 0 ? (
          <Checkbox checked={endGone} onChange={event => setEndGone(event.target.checked)}>
            {t('import.end-gone', { count: diff.gone.length })}
          </Checkbox>
        ) : null}
        <Button
          type="primary"
          disabled={count === 0 || from === ''}
          loading={isSending}
          onClick={() => send({ rows: [...rows], from, endGone, seenBook: book })}
        >
          {count === 0 ? t('import.nothing') : t('import.do', { count })}
        </Button>
      </div>
    </section>
  )
}
