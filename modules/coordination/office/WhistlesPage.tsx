import { Button } from 'antd'
import { useState } from 'react'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { figures } from '../common/contract.ts'
import { CallCards } from './CallCards.tsx'
import { coordinationOfficeMessages } from './messages.ts'

export function Page() {
  const t = useText(coordinationOfficeMessages)
  const may = useMay()
  const [url, setUrl] = useUrlState()
  return (
    <OfficePage title={t('place.whistles')} about={t('whistles.about')}>
      {may('coordination.read') ? <Figures unitId={url.unit} onUnit={unit => setUrl({ unit })} /> : null}
      <CallCards {...(url.unit ? { unitId: url.unit } : {})} />
    </OfficePage>
  )
}

interface FiguresProps {
  readonly unitId: string | undefined
  readonly onUnit: (unitId: string | undefined) => void
}

/** Each department's line opens down to its whistles. */
function Figures({ unitId, onUnit }: FiguresProps) {
  const t = useText(coordinationOfficeMessages)
  const [days, setDays] = useState(() => {
    const now = new Date().toISOString()
    return { from: dayOf(now, -30), until: dayOf(now) }
  })
  const asked = useAsk<typeof figures>('coordination.figures', days, { keep: true })
  const heads = ['unit', 'called', 'came', 'in-time', 'excused', 'minutes', 'speed-short', 'result-short'] as const
  return (
    <section aria-label={t('whistles.figures')} className="o-card">
      <h2>{t('whistles.figures')}</h2>
      <div className="o-filters">
        {(['from', 'until'] as const).map(name => (
          <label key={name}>
            <span>{t(`whistles.${name}`)}</span>
            <input
              className="o-input"
              type="date"
              value={days[name]}
              onChange={event => event.target.value && setDays({ ...days, [name]: event.target.value })}
            />
          </label>
        ))}
        {unitId ? <Button onClick={() => onUnit(undefined)}>{t('whistles.all-units')}</Button> : null}
      </div>
      <Answered asked={asked}>
        {({ rows }) => (
          <div className="o-scroll">
            <table className="o-plain">
              <thead>
                <tr>
                  {heads.map(head => (
                    <th key={head} scope="col" className={head === 'unit' ? undefined : 'o-number'}>
                      {t(`whistles.${head}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(row => (
                  <tr key={row.unitId}>
                    <th scope="row">
                      <button
                        type="button"
                        className="o-link"
                        aria-label={t('whistles.open-unit', { unit: row.unitName })}
                        aria-pressed={unitId === row.unitId}
                        onClick={() => onUnit(row.unitId)}
                      >
                        {row.unitName}
                      </button>
                    </th>
                    {[row.called, row.arrived, row.inTime, row.excused, row.minutes, row.speed, row.result].map(
                      (value, at) => (
                        <td key={heads[at + 1]} className="o-number">
                          {value ?? '—'}
                        </td>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Answered>
    </section>
  )
}
