import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { Polygon } from '#platform/kernel/common/geometry.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { FrameChoice } from '../import/FrameChoice.tsx'
import { frameOfNumbers, type SourceFrame } from '../import/frames.ts'
import { importMessages } from '../import/messages.ts'
import { type KnownGrid, likelyFrame, middleOf, type PlannedRow, planImport } from '../import/plan-import.ts'
import { type FileTrouble, fileTroubles, type RawFile } from '../import/raw-file.ts'
import { type DrawingNow, ringsOf, type ShownCell } from './use-drawing.ts'

interface ImportPanelProps {
  readonly now: DrawingNow
  readonly cells: readonly ShownCell[]
}

type Read = { readonly name: string; readonly file: RawFile } | { readonly name: string; readonly trouble: FileTrouble }

/** A file of boundaries into the draft: which frame it is in is said before anything is taken, and row by row what happens. */
export function ImportPanel({ now, cells }: ImportPanelProps) {
  const t = useText(importMessages)
  const [read, setRead] = useState<Read | null>(null)
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return setRead(null)
    // Loaded when a file is chosen: nobody else needs it.
    const { readGroundFile } = await import('../import/read-file.ts')
    const answer = await readGroundFile(chosen.name, new Uint8Array(await chosen.arrayBuffer()), 'area')
    const { name } = chosen
    setRead(typeof answer === 'string' ? { name, trouble: answer } : { name, file: answer })
  }
  return (
    <details className="gd-import">
      <summary>{t('import.title')}</summary>
      <div className="o-stack">
        <p className="o-hint">{t('import.hint')}</p>
        <label className="gd-field">
          <span>{t('import.file')}</span>
          <input
            type="file"
            accept=".geojson,.json,.zip,.xlsx"
            onChange={event => void choose(event.target.files?.[0])}
          />
        </label>
        {read && 'trouble' in read ? (
          <p role="alert">{t(`file.${fileTroubles.find(each => each === read.trouble)!}`)}</p>
        ) : null}
        {read && 'file' in read ? (
          <Preview key={read.name} file={read.file} now={now} cells={cells} onTaken={() => setRead(null)} />
        ) : null}
      </div>
    </details>
  )
}

const mostShown = 200
/** The middle of the country, while there is no grid that says where we are. */
const usualLon = 105

interface PreviewProps extends ImportPanelProps {
  readonly file: RawFile
  readonly onTaken: () => void
}

function knownOf(cells: readonly ShownCell[]): KnownGrid[] {
  return cells.map(({ path, name, code, kind, isLeaf, polygon }) => ({
    ...{ path, name, code, kind, isLeaf },
    middle: middleOf(ringsOf(polygon as Polygon)[0] ?? []),
  }))
}

/** The frame the file declares, or the one it looks like; null when only a person can know. */
function guessed({ declared, shapes }: RawFile, known: readonly KnownGrid[]): SourceFrame | null {
  if (declared) return declared.name === 'unknown' ? null : declared
  const places = shapes.flatMap(({ parts }) => parts?.flat(2) ?? [])
  const lonHere = known[0]?.middle[0] ?? usualLon
  const byNumbers = frameOfNumbers(places, lonHere)
  return byNumbers?.name === 'cgcs2000' ? (likelyFrame(shapes, known) ?? byNumbers) : byNumbers
}

function Preview({ file, now, cells, onTaken }: PreviewProps) {
  const t = useText(importMessages)
  const [known] = useState(() => knownOf(cells))
  const [detected] = useState(() => guessed(file, known))
  const [frame, setFrame] = useState<SourceFrame>(() => detected ?? { name: 'cgcs2000' })
  const rows = planImport(file.shapes, frame, known)
  // What is not taken is said first: a long file hides no fault.
  const shown = [...rows.filter(({ trouble }) => trouble), ...rows.filter(({ trouble }) => !trouble)].slice(
    0,
    mostShown,
  )
  const good = rows.filter(({ edit }) => edit !== null)
  const { setPreview } = now
  useEffect(() => {
    const drawn = planImport(file.shapes, frame, known)
    setPreview(drawn.flatMap(({ edit }) => (edit && 'polygon' in edit ? [edit.polygon] : [])))
    return () => setPreview([])
  }, [file, known, frame, setPreview])
  const take = () => {
    now.send(...good.flatMap(({ edit }) => edit ?? []))
    onTaken()
  }
  return (
    <>
      <FrameChoice
        declared={file.declared}
        detected={detected}
        lonHere={known[0]?.middle[0] ?? usualLon}
        frame={frame}
        fieldClass="gd-field"
        onChoose={setFrame}
      />
      <p>
        {t('import.summary', {
          replace: rows.filter(({ does }) => does === 'replace').length,
          add: rows.filter(({ does }) => does === 'add').length,
          faulty: rows.filter(({ trouble }) => trouble !== null).length,
        })}
      </p>
      <ul className="gd-list gd-rows">
        {shown.map(row => (
          <li key={row.row}>{rowText(t, row)}</li>
        ))}
      </ul>
      {rows.length > mostShown ? <p>{t('import.more', { shown: mostShown, count: rows.length })}</p> : null}
      <p className="o-hint">{t('import.snap-hint')}</p>
      <Button type="primary" disabled={good.length === 0 || now.isSending} onClick={take}>
        {t('import.take', { count: good.length })}
      </Button>
    </>
  )
}

type Say = ReturnType<typeof useText<typeof importMessages>>

function rowText(t: Say, { row, name, does, path, trouble }: PlannedRow): string {
  if (trouble !== null) return t('import.row-faulty', { row, why: t(`row.${trouble}`) })
  return t(does === 'replace' ? 'import.row-replace' : 'import.row-add', { row, name, path: path ?? '' })
}
