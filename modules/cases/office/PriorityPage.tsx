import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { previewPriority } from '../common/contract-queries.ts'
import { criteria } from '../common/priority.ts'
import { priorityMessages } from './priority-messages.ts'

type Preview = OutputOf<typeof previewPriority>

const thresholds = ['urgentFrom', 'veryUrgentFrom'] as const

/** What other weights would make of the open cases; the weights that are tried are in the address. */
export function Page() {
  const t = useText(priorityMessages)
  const [url, setUrl] = useUrlState()
  const names = [...criteria, ...thresholds]
  const tried = Object.fromEntries(
    names.flatMap(name => (/^\d{1,3}$/.test(url[name] ?? '') ? [[name, Number(url[name])]] : [])),
  )
  const asked = useAsk<typeof previewPriority>('cases.preview-priority', tried, { keep: true })
  return (
    <OfficePage title={t('place.priority')} about={t('priority.about')}>
      <Answered asked={asked}>
        {preview => (
          <>
            <form
              key={JSON.stringify(preview.weights)}
              className="o-filters"
              aria-label={t('priority.weights')}
              onSubmit={event => {
                event.preventDefault()
                const typed = new FormData(event.currentTarget)
                setUrl(Object.fromEntries(names.map(name => [name, String(typed.get(name) ?? '')])))
              }}
            >
              {criteria.map(name => (
                <Weight
                  key={name}
                  name={name}
                  label={t(`priority.weight.${name}`)}
                  value={preview.weights[name] ?? 0}
                />
              ))}
              <Weight name="urgentFrom" label={t('priority.urgent-from')} value={preview.urgentFrom} least={1} />
              <Weight
                name="veryUrgentFrom"
                label={t('priority.very-urgent-from')}
                value={preview.veryUrgentFrom}
                least={1}
              />
              <Button htmlType="submit" type="primary">
                {t('priority.try')}
              </Button>
              <Button onClick={() => setUrl(Object.fromEntries(names.map(name => [name, undefined])))}>
                {t('priority.back')}
              </Button>
              <Link to="/settings">{t('priority.settings')}</Link>
            </form>
            <Moved preview={preview} />
          </>
        )}
      </Answered>
    </OfficePage>
  )
}

interface WeightProps {
  readonly name: string
  readonly label: string
  readonly value: number
  readonly least?: number
}

function Weight({ name, label, value, least = 0 }: WeightProps) {
  return (
    <label>
      <span>{label}</span>
      <input className="o-input" type="number" name={name} min={least} max={100} required defaultValue={value} />
    </label>
  )
}

function Moved({ preview: { total, up, down, seen, changed, rows } }: { readonly preview: Preview }) {
  const t = useText(priorityMessages)
  const said = (score: number, band: number) =>
    t('priority.as', { score, band: t(`priority.band.${band as 0 | 2 | 3}`) }).trim()
  return (
    <section aria-labelledby="priority-result">
      <h2 id="priority-result" aria-live="polite">
        {t('priority.result', { total, up, down })}
      </h2>
      {rows.length === 0 ? (
        <p>{t(seen === 0 ? 'priority.none' : 'priority.same', { seen })}</p>
      ) : (
        <>
          <p className="o-soft">{t('priority.seen', { seen, changed, rows: rows.length })}</p>
          <table className="o-plain" aria-labelledby="priority-result">
            <thead>
              <tr>
                <th scope="col">{t('priority.case')}</th>
                <th scope="col" className="o-number">
                  {t('priority.before')}
                </th>
                <th scope="col" className="o-number">
                  {t('priority.after')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <tr key={row.caseId}>
                  <td>
                    <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
                      {row.number} {row.title}
                    </Link>
                  </td>
                  <td className="o-number">{said(row.before, row.bandBefore)}</td>
                  <td className="o-number">{said(row.after, row.bandAfter)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}
