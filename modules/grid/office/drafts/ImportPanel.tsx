import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { Polygon } from '#platform/kernel/common/geometry.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { frameOfNumbers, sameFrame, type SourceFrame, zonesAround } from '../import/frames.ts'
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
    const { readBoundaryFile } = await import('../import/read-file.ts')
    const answer = await readBoundaryFile(chosen.name, new Uint8Array(await chosen.arrayBuffer()))
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
  const lonHere = known[0]?.middle[0] ?? 105
  const byNumbers = frameOfNumbers(places, lonHere)
  return byNumbers?.name === 'cgcs2000' ? (likelyFrame(shapes, known) ?? byNumbers) : byNumbers
}

function Preview({ file, now, cells, onTaken }: PreviewProps) {
  const t = useText(importMessages)
  const [known] = useState(() => knownOf(cells))
  const [detected] = useState(() => guessed(file, known))
  const choices = framesToChoose(detected, known)
  const [chosen, setChosen] = useState(() =>
    Math.max(
      0,
      choices.findIndex(each => sameFrame(each, detected)),
    ),
  )
  const frame = choices[chosen]!
  const rows = planImport(file.shapes, frame, known)
  // What is not taken is said first: a long file hides no fault.
  const shown = [...rows.filter(({ trouble }) => trouble), ...rows.filter(({ trouble }) => !trouble)].slice(
    0,
    mostShown,
  )
  const good = rows.filter(({ edit }) => edit !== null)
  const { setPreview } = now
  useEffect(() => {
    const drawn = planImport(file.shapes, framesToChoose(detected, known)[chosen]!, known)
    setPreview(drawn.flatMap(({ edit }) => (edit && 'polygon' in edit ? [edit.polygon] : [])))
    return () => setPreview([])
  }, [file, detected, known, chosen, setPreview])
  const take = () => {
    now.send(...good.flatMap(({ edit }) => edit ?? []))
    onTaken()
  }
  return (
    <>
      <p role="status">
        {file.declared?.name === 'unknown'
          ? t('import.unknown-frame', { text: file.declared.text })
          : t(file.declared ? 'import.declared' : 'import.detected', { frame: frameText(t, detected ?? frame) })}
      </p>
      <label className="gd-field">
        <span>{t('import.frame')}</span>
        <select className="o-input" value={chosen} onChange={event => setChosen(Number(event.target.value))}>
          {choices.map((each, i) => (
            <option key={frameText(t, each)} value={i}>
              {frameText(t, each)}
            </option>
          ))}
        </select>
      </label>
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

/** What was detected first, then what else it may be. */
function framesToChoose(detected: SourceFrame | null, known: readonly KnownGrid[]): SourceFrame[] {
  const plain = (['cgcs2000', 'wgs84', 'gcj02', 'bd09'] as const).map((name): SourceFrame => ({ name }))
  const isSwapped = detected?.name === 'projected' && detected.isSwapped
  const zones = zonesAround(known[0]?.middle[0] ?? 105, isSwapped)
  const all = [...(detected ? [detected] : []), ...plain, ...zones]
  return all.filter((frame, i) => all.findIndex(each => sameFrame(each, frame)) === i)
}

function frameText(t: Say, frame: SourceFrame): string {
  if (frame.name !== 'projected') return t(`frame.${frame.name}`)
  const { centralMeridian, falseEasting, isSwapped } = frame
  const zone = Math.floor(falseEasting / 1_000_000)
  return [
    t('frame.projected', { meridian: centralMeridian }),
    ...(zone > 0 ? [t('frame.zone', { zone })] : []),
    ...(isSwapped ? [t('frame.swapped')] : []),
  ].join(' · ')
}
