import { Button, Checkbox } from 'antd'
import { useEffect, useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { AnsweredRows } from '#platform/ui/office/AnsweredRows.tsx'
import { useAskList, useDo, useRenew } from '#platform/ui/office/ask.ts'
import { Blank } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import type { beginExport, ExportSummary, listExports } from '../../common/contract/exports.ts'
import { kinds, type ThingKind, thingKinds } from '../../common/kinds.ts'
import { mayUnmask, visibleFields } from '../../common/sight.ts'
import { GridChoice } from './GridChoice.tsx'
import { intakeOfficeMessages } from './messages.ts'
import { useGridsBelow } from './use-writable-grids.ts'

const askAgainMilliseconds = 1500
/** What most lists of people need; the others are a tick away. */
const usual = ['name', 'sex', 'bornOn', 'phone', 'population', 'grid', 'home']

/** Lists that go out as files, with a reason and one's name on them. */
export function Page() {
  const t = useText(intakeOfficeMessages)
  const asked = useAskList<typeof listExports>('registry.exports', { limit: 30 })
  const renew = useRenew()
  const isRunning = asked.rows.some(row => row.state === 'running')
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => renew(['registry.exports']), askAgainMilliseconds)
    return () => clearInterval(timer)
  })
  return (
    <OfficePage title={t('place.people-exports')} about={t('exports.about')}>
      <NewExport />
      <section className="o-card" aria-labelledby="own-exports">
        <h2 id="own-exports">{t('exports.list')}</h2>
        <AnsweredRows asked={asked} empty={<Blank title={t('exports.none')}>{t('exports.none-why')}</Blank>}>
          {rows => (
            <ul className="o-lines">
              {rows.map(row => (
                <li key={row.exportId}>
                  <ExportLine row={row} />
                </li>
              ))}
            </ul>
          )}
        </AnsweredRows>
      </section>
    </OfficePage>
  )
}

function ExportLine({ row }: { readonly row: ExportSummary }) {
  const t = useText(intakeOfficeMessages)
  const { locale } = useLocale()
  const moment = useMoment()
  const name = `${kinds[row.kind].label[locale]} ${row.format}`
  return (
    <div>
      <b>{kinds[row.kind].label[locale]}</b>{' '}
      <span className="o-soft">
        {moment(row.createdAt)} · {row.gridNames.at(-1)} · {row.reason}
      </span>
      <div aria-live="polite">
        {row.state === 'running' ? t('exports.progress', { rows: row.rows, total: row.total }) : null}
        {row.state === 'done' ? t('exports.rows', { rows: row.rows }) : null}{' '}
        {row.state === 'done' && row.isKept ? (
          <a href={`/api/registry/exports/${row.exportId}`} download>
            {t('exports.fetch', { name })}
          </a>
        ) : null}
        {row.state === 'done' && !row.isKept ? t('exports.gone') : null}
      </div>
    </div>
  )
}

function NewExport() {
  const t = useText(intakeOfficeMessages)
  const { locale } = useLocale()
  const may = useMay()
  const grids = useGridsBelow()
  const [kind, setKind] = useState<ThingKind>('person')
  const [chosenGrid, setGrid] = useState<string | null>(null)
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const [whole, setWhole] = useState<readonly string[]>([])
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx')
  const [reason, setReason] = useState('')
  const { send, isSending, trouble } = useDo<typeof beginExport>('registry.begin-export', {
    renews: ['registry.exports'],
    onDone: () => setReason(''),
  })
  const fields = visibleFields(kind, may)
  const extra = kind === 'person' ? (['grid', 'home'] as const) : (['grid'] as const)
  const all = [
    ...fields.map(([key, spec]) => ({ key, label: spec.label[locale], mayBeWhole: mayUnmask(spec, may) })),
    ...extra.map(key => ({ key, label: t(`exports.${key}-column`), mayBeWhole: false })),
  ]
  const columns = chosen ?? (kind === 'person' ? usual : all.slice(0, 8).map(column => column.key))
  const gridPath = chosenGrid ?? grids[0]?.path
  const toggle = (list: readonly string[], key: string) =>
    list.includes(key) ? list.filter(one => one !== key) : [...list, key]
  return (
    <section className="o-card" aria-labelledby="new-export">
      <h2 id="new-export">{t('exports.new')}</h2>
      <Told trouble={trouble} />
      <div className="o-filters">
        <label>
          <span>{t('exports.kind')}</span>
          <select
            className="o-select"
            value={kind}
            onChange={event => {
              setKind(event.target.value as ThingKind)
              setChosen(null)
              setWhole([])
            }}
          >
            {thingKinds
              .filter(one => may(kinds[one].read))
              .map(one => (
                <option key={one} value={one}>
                  {kinds[one].label[locale]}
                </option>
              ))}
          </select>
        </label>
        <GridChoice label={t('exports.grid-column')} grids={grids} value={gridPath} onChoose={setGrid} />
        <label>
          <span>{t('exports.format')}</span>
          <select
            className="o-select"
            value={format}
            onChange={event => setFormat(event.target.value as 'xlsx' | 'csv')}
          >
            {(['xlsx', 'csv'] as const).map(one => (
              <option key={one} value={one}>
                {t(`exports.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <fieldset className="o-fieldset">
        <legend>{t('exports.columns')}</legend>
        <ul className="o-choices">
          {all.map(({ key, label, mayBeWhole }) => (
            <li key={key}>
              <Checkbox checked={columns.includes(key)} onChange={() => setChosen(toggle(columns, key))}>
                {label}
              </Checkbox>
              {mayBeWhole && columns.includes(key) ? (
                <Checkbox
                  aria-label={t('exports.whole-of', { column: label })}
                  checked={whole.includes(key)}
                  onChange={() => setWhole(toggle(whole, key))}
                >
                  {t('exports.whole')}
                </Checkbox>
              ) : null}
            </li>
          ))}
        </ul>
      </fieldset>
      {whole.length > 0 ? <p>{t('exports.whole-why')}</p> : null}
      {format === 'csv' ? <p>{t('exports.csv-why')}</p> : null}
      <div className="o-filters">
        <label>
          <span>{t('exports.reason')}</span>
          <input
            className="o-input"
            maxLength={200}
            required
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
        </label>
        <Button
          type="primary"
          disabled={reason.trim().length < 2 || columns.length === 0 || gridPath === undefined}
          loading={isSending}
          onClick={() => {
            if (gridPath === undefined) return
            const asked = columns.map(key => ({ key, whole: whole.includes(key) }))
            send({ exportId: newId(), kind, gridPath, columns: asked, format, reason })
          }}
        >
          {t('exports.begin')}
        </Button>
      </div>
    </section>
  )
}
