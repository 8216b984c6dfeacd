import type { ReactNode } from 'react'
import { useText } from '#platform/ui/ui/use-text.ts'
import { catalogueMessages } from '../common/messages.ts'
import { longestCell, type RowFault, type SheetDiff, type SheetRow } from '../common/sheet-diff.ts'
import { catalogueOfficeMessages } from './messages.ts'

/** What is wrong with a cell, in a sentence with its row and column. */
export function useFaultText() {
  const t = useText(catalogueMessages)
  return ({ row, column, fault, firstRow, now }: RowFault, rows: readonly SheetRow[]) =>
    t(`catalogue.fault.${fault}`, {
      row,
      column: t(`catalogue.column.${column}`),
      said: (rows.find(one => one.row === row)?.[column] ?? '').slice(0, 20),
      most: longestCell,
      firstRow: firstRow ?? '',
      now: now ?? '',
    })
}

const mostListed = 100

/** New, changed, missing and faulty rows, each kind under its number. */
export function SheetPreview({ rows, diff }: { readonly rows: readonly SheetRow[]; readonly diff: SheetDiff }) {
  const t = useText(catalogueOfficeMessages)
  const faultText = useFaultText()
  const written = [...diff.fresh, ...diff.changed]
  const open = written.filter(({ wanted }) => wanted.needsDecision)
  return (
    <>
      <p aria-live="polite">
        {t('import.read', { count: rows.length })} {t('import.same', { count: diff.same.length })} ·{' '}
        {t('import.undecided', { count: open.length })}
      </p>
      <Lines
        title={t('import.faults', { count: diff.faults.length })}
        isOpen
        lines={diff.faults.map(fault => faultText(fault, rows))}
      />
      <Lines
        title={t('import.fresh', { count: diff.fresh.length })}
        lines={diff.fresh.map(({ row, wanted, perhapsWas }) => (
          <>
            {t('import.row', { row })} {wanted.classCode} {wanted.condition} · {wanted.limitText}
            {perhapsWas ? <b> {t('import.perhaps', { was: perhapsWas.condition })}</b> : null}
          </>
        ))}
      />
      <Lines
        title={t('import.changed', { count: diff.changed.length })}
        lines={diff.changed.map(({ row, was, wanted }) => (
          <>
            {t('import.row', { row })} {wanted.classCode} {wanted.condition} · {wanted.limitText} · {wanted.closing}{' '}
            <span className="o-soft">{t('import.was', { was: `${was.limitText} · ${was.closing}` })}</span>
          </>
        ))}
      />
      <Lines
        title={t('import.gone', { count: diff.gone.length })}
        lines={diff.gone.map(one => `${one.classCode} ${one.condition} · ${one.limitText}`)}
      />
    </>
  )
}

interface LinesProps {
  readonly title: string
  readonly lines: readonly ReactNode[]
  readonly isOpen?: boolean
}

function Lines({ title, lines, isOpen = false }: LinesProps) {
  const t = useText(catalogueOfficeMessages)
  if (lines.length === 0) return null
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      <ul className="o-lines">
        {lines.slice(0, mostListed).map((line, at) => (
          <li key={at}>
            <div>{line}</div>
          </li>
        ))}
      </ul>
      {lines.length > mostListed ? <p>{t('import.more', { count: lines.length - mostListed })}</p> : null}
    </details>
  )
}
