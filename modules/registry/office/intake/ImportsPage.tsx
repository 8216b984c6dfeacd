import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { AnsweredRows } from '#platform/ui/office/AnsweredRows.tsx'
import { useAskList, useRenew } from '#platform/ui/office/ask.ts'
import { Blank } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useClient } from '#platform/ui/ui/client.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { beginImport, ImportSummary, listImports } from '../../common/contract/imports.ts'
import { GridChoice } from './GridChoice.tsx'
import { intakeOfficeMessages } from './messages.ts'
import { uploadSheet } from './upload-sheet.ts'
import { useGridsBelow } from './use-writable-grids.ts'

/** Sheets of people on their way in: a new one, and those one has brought. */
export function Page() {
  const t = useText(intakeOfficeMessages)
  const asked = useAskList<typeof listImports>('registry.imports', { limit: 30 })
  return (
    <OfficePage
      title={t('place.people-imports')}
      about={t('imports.about')}
      actions={
        <a href="/api/registry.import-template" download>
          {t('imports.template')}
        </a>
      }
    >
      <NewImport />
      <section className="o-card" aria-labelledby="own-imports">
        <h2 id="own-imports">{t('imports.list')}</h2>
        <AnsweredRows asked={asked} empty={<Blank title={t('imports.none')}>{t('imports.none-why')}</Blank>}>
          {rows => (
            <ul className="o-lines">
              {rows.map(row => (
                <li key={row.importId}>
                  <ImportLine row={row} />
                </li>
              ))}
            </ul>
          )}
        </AnsweredRows>
      </section>
    </OfficePage>
  )
}

function ImportLine({ row }: { readonly row: ImportSummary }) {
  const t = useText(intakeOfficeMessages)
  const moment = useMoment()
  return (
    <div>
      <Link to="/people-imports/$importId" params={{ importId: row.importId } as never}>
        {row.name}
      </Link>{' '}
      <b>{t(`import.state.${row.state}`)}</b>{' '}
      <span className="o-soft">
        {moment(row.createdAt)} · {row.gridNames.at(-1)} · {row.asOf}
      </span>
      {row.state === 'done' ? <div>{t('import.done', row.counts)}</div> : null}
    </div>
  )
}

function NewImport() {
  const t = useText(intakeOfficeMessages)
  const client = useClient()
  const renew = useRenew()
  const navigate = useNavigate()
  const grids = useGridsBelow()
  const [file, setFile] = useState<File | null>(null)
  const [chosen, setGrid] = useState<string | null>(null)
  const [today] = useState(() => dayOf(new Date().toISOString()))
  const [asOf, setAsOf] = useState(today)
  const [share, setShare] = useState<number | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  const gridPath = chosen ?? grids[0]?.path
  const begin = async () => {
    if (!file || gridPath === undefined) return
    const importId = newId()
    setTrouble(null)
    setShare(0)
    try {
      const asked = { importId, name: file.name, bytes: file.size, gridPath, asOf }
      const begun = await client.command<typeof beginImport>('registry.begin-import', asked)
      const refusal = isRefusal(begun) ? begun : await uploadSheet(client, file, importId, 0, setShare)
      if (refusal) return setTrouble(refusal)
      renew(['registry.import'])
      await navigate({ to: '/people-imports/$importId', params: { importId } as never })
    } catch (error) {
      setTrouble(error)
      renew(['registry.import'])
    } finally {
      setShare(null)
    }
  }
  return (
    <section className="o-card" aria-labelledby="new-import">
      <h2 id="new-import">{t('imports.new')}</h2>
      <Told trouble={trouble} />
      <div className="o-filters">
        <label>
          <span>{t('imports.file')}</span>
          <input
            className="o-input"
            type="file"
            accept=".xlsx"
            onChange={event => setFile(event.target.files?.[0] ?? null)}
          />
        </label>
        <GridChoice
          label={t('imports.grid')}
          title={t('imports.grid-why')}
          grids={grids}
          value={gridPath}
          onChoose={setGrid}
        />
        <label title={t('imports.as-of-why')}>
          <span>{t('imports.as-of')}</span>
          <input
            className="o-input"
            type="date"
            value={asOf}
            max={today}
            onChange={event => setAsOf(event.target.value)}
          />
        </label>
        <Button
          type="primary"
          disabled={!file || gridPath === undefined || asOf === ''}
          loading={share !== null}
          onClick={() => void begin()}
        >
          {t('imports.begin')}
        </Button>
      </div>
      <p className="o-soft">
        {t('imports.grid-why')} {t('imports.as-of-why')}
      </p>
      <p aria-live="polite">{share === null ? null : t('imports.uploading', { percent: Math.round(share * 100) })}</p>
    </section>
  )
}
