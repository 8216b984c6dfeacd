import { useEffect, useMemo, useState } from 'react'
import { FrameChoice, frameOfNumbers, type RawFile, type SourceFrame } from '#modules/grid/office/index.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { type Columns, fieldsOf, guessColumns } from '../../common/intake/columns.ts'
import type { IntakeKind } from '../../common/intake/item.ts'
import { placesIntakeMessages } from './messages.ts'
import { type ReadItems, readItems } from './read-items.ts'

interface FileSettingsProps {
  readonly kind: IntakeKind
  readonly file: RawFile
  readonly lonHere: number
  readonly onRead: (items: ReadItems) => void
}

/** In which frame a file is and which of its columns means what: guessed, and settled here. */
export function FileSettings({ kind, file, lonHere, onRead }: FileSettingsProps) {
  const t = useText(placesIntakeMessages)
  const headings = useMemo(() => [...new Set(file.shapes.flatMap(({ said }) => Object.keys(said)))], [file])
  const [detected] = useState(() => detectedIn(file, lonHere))
  const [frame, setFrame] = useState<SourceFrame>(detected ?? { name: 'cgcs2000' })
  const [columns, setColumns] = useState<Columns>(() => guessColumns(kind, headings))
  // oxlint-disable-next-line react/exhaustive-deps -- only another reading is told, not another page.
  useEffect(() => onRead(readItems(kind, file, frame, columns)), [kind, file, frame, columns])
  return (
    <>
      <FrameChoice
        declared={file.declared}
        detected={detected}
        lonHere={lonHere}
        frame={frame}
        fieldClass="pl-field"
        onChoose={setFrame}
      />
      <fieldset className="pl-edit">
        <legend>{t('intake.columns')}</legend>
        {kind === 'building' ? <p className="o-hint">{t('intake.building-hint')}</p> : null}
        {fieldsOf(kind).map(field => (
          <label key={field} className="pl-field">
            {t(`intake.field.${field}`)}
            <select
              className="o-select"
              value={columns[field] ?? ''}
              onChange={event => {
                const { [field]: _, ...others } = columns
                setColumns(event.target.value === '' ? others : { ...others, [field]: event.target.value })
              }}
            >
              <option value="">{t('intake.no-column')}</option>
              {headings.map(heading => (
                <option key={heading} value={heading}>
                  {heading}
                </option>
              ))}
            </select>
          </label>
        ))}
      </fieldset>
    </>
  )
}

function detectedIn({ declared, shapes }: RawFile, lonHere: number): SourceFrame | null {
  if (declared) return declared.name === 'unknown' ? null : declared
  return frameOfNumbers(
    shapes.flatMap(({ parts }) => parts?.flat(2) ?? []),
    lonHere,
  )
}
