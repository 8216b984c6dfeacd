import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useEffect, useState } from 'react'
import { useAsk, useDo, useRenew } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useClient } from '#platform/ui/ui/client.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { showImport, ShownImport, stopImport, takeImport } from '../../common/contract/imports.ts'
import { ImportColumns } from './ImportColumns.tsx'
import { ImportRows } from './ImportRows.tsx'
import { intakeOfficeMessages } from './messages.ts'
import { uploadSheet } from './upload-sheet.ts'

const running = ['reading', 'checking', 'taking']
const askAgainMilliseconds = 1500

/** One sheet from its upload to the library, wherever it is on its way; reloading loses nothing. */
export function Page() {
  const t = useText(intakeOfficeMessages)
  const { importId } = useParams({ strict: false }) as { importId: string }
  const asked = useAsk<typeof showImport>('registry.import', { importId })
  const renew = useRenew()
  const isRunning = running.includes(asked.data?.state ?? '')
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => renew(['registry.import']), askAgainMilliseconds)
    return () => clearInterval(timer)
  })
  return (
    <OfficePage
      title={asked.data?.name ?? t('place.people-imports')}
      about={asked.data ? `${asked.data.gridNames.join(' / ')} · ${asked.data.asOf}` : null}
      actions={<Link to="/people-imports">{t('imports.back')}</Link>}
    >
      <Answered asked={asked}>{sheet => <Steps sheet={sheet} />}</Answered>
    </OfficePage>
  )
}

function Steps({ sheet }: { readonly sheet: ShownImport }) {
  const t = useText(intakeOfficeMessages)
  const { importId, state, counts } = sheet
  const isLookedAt = state === 'checked' || state === 'done'
  const [hasColumns, setColumns] = useState(false)
  return (
    <>
      {running.includes(state) ? <Progress sheet={sheet} /> : null}
      {state === 'uploading' ? <Continue sheet={sheet} /> : null}
      {sheet.problem ? <Alert type="warning" showIcon title={problemText(t, sheet.problem)} /> : null}
      {state === 'done' ? <Alert type="success" showIcon title={t('import.done', counts)} /> : null}
      {state === 'mapping' || hasColumns ? <ImportColumns sheet={sheet} onSent={() => setColumns(false)} /> : null}
      {isLookedAt ? <ImportRows key={state} sheet={sheet} /> : null}
      <div className="o-actions">
        {state === 'checked' ? <Take sheet={sheet} /> : null}
        {state === 'checked' && !hasColumns ? (
          <Button onClick={() => setColumns(true)}>{t('import.check-again')}</Button>
        ) : null}
        {state === 'done' || state === 'stopped' ? null : <Stop importId={importId} />}
      </div>
    </>
  )
}

const problems = ['not-a-sheet', 'empty', 'rights-gone', 'stopped'] as const

function problemText(t: ReturnType<typeof useText<typeof intakeOfficeMessages>>, problem: string): string {
  const known = problems.find(one => one === problem)
  return known ? t(`import.problem.${known}`) : problem
}

function Progress({ sheet }: { readonly sheet: ShownImport }) {
  const t = useText(intakeOfficeMessages)
  const percent = Math.round(sheet.progress * 100)
  const said = t('import.progress', { state: t(`import.state.${sheet.state}`), percent, lines: sheet.lines })
  return (
    <p>
      <progress aria-label={said} max={100} value={percent} /> <span aria-live="polite">{said}</span>
    </p>
  )
}

/** An upload that broke off goes on with the same file. */
function Continue({ sheet }: { readonly sheet: ShownImport }) {
  const t = useText(intakeOfficeMessages)
  const client = useClient()
  const renew = useRenew()
  const [share, setShare] = useState(sheet.arrived / sheet.bytes)
  const [problem, setProblem] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  const go = async (file: File) => {
    setTrouble(null)
    setProblem(file.size === sheet.bytes ? null : t('imports.other-file', { name: sheet.name }))
    if (file.size !== sheet.bytes) return
    try {
      setTrouble(await uploadSheet(client, file, sheet.importId, sheet.arrived, setShare))
    } catch (error) {
      setTrouble(error)
    }
    renew(['registry.import'])
  }
  return (
    <section className="o-card">
      <p>{t('imports.continue')}</p>
      <Told trouble={trouble} />
      {problem ? <Alert type="error" showIcon role="alert" title={problem} /> : null}
      <label>
        <span>{t('imports.file')}</span>{' '}
        <input
          className="o-input"
          type="file"
          accept=".xlsx"
          onChange={event => {
            const file = event.target.files?.[0]
            if (file) void go(file)
          }}
        />
      </label>
      <p aria-live="polite">{t('imports.uploading', { percent: Math.round(share * 100) })}</p>
    </section>
  )
}

function Take({ sheet: { importId, counts } }: { readonly sheet: ShownImport }) {
  const t = useText(intakeOfficeMessages)
  const count = counts.new + counts.changed + counts.conflict + counts.duplicate
  const { send, isSending, trouble } = useDo<typeof takeImport>('registry.take-import', { renews: ['registry.'] })
  return (
    <>
      <Told trouble={trouble} />
      <Button type="primary" disabled={count === 0} loading={isSending} onClick={() => send({ importId })}>
        {count === 0 ? t('import.take-nothing') : t('import.take', { count })}
      </Button>
    </>
  )
}

function Stop({ importId }: { readonly importId: string }) {
  const t = useText(intakeOfficeMessages)
  const { send, isSending, trouble } = useDo<typeof stopImport>('registry.stop-import', { renews: ['registry.import'] })
  return (
    <>
      <Told trouble={trouble} />
      <Button danger loading={isSending} onClick={() => send({ importId })}>
        {t('import.stop')}
      </Button>
    </>
  )
}
