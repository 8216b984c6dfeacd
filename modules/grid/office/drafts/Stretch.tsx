import { Button } from 'antd'
import { useText } from '#platform/ui/ui/use-text.ts'
import { gridOfficeMessages } from '../messages.ts'
import { LineText } from './LineText.tsx'
import { type DrawingNow, stretchOf } from './use-drawing.ts'

/** A stretch of border drawn anew from one corner to another; whoever shares the border follows. */
export function Stretch({ now }: { readonly now: DrawingNow }) {
  const t = useText(gridOfficeMessages)
  const { chosen, corners, stretch } = now
  if (!chosen) return null
  const isOpen = stretch !== null
  const line = now.line ?? []
  const old = stretch && stretchOf(chosen, stretch.from, stretch.to)
  const choose = (end: 'from' | 'to', value: string) => {
    if (stretch) now.setStretch({ ...stretch, [end]: Number(value) })
  }
  const redraw = () => {
    if (!old) return
    const first = old[0]!
    const last = old.at(-1)!
    now.send({
      do: 'redraw-stretch',
      old: old.map(([lon, lat]) => [lon, lat]),
      new: [first, ...line, last].map(([lon, lat]) => [lon, lat]),
      ...now.only,
    })
  }
  return (
    <section aria-labelledby="gd-stretch" className="o-stack">
      <h2 id="gd-stretch">{t('stretch.title')}</h2>
      <p className="o-hint">{t('stretch.hint')}</p>
      <Button onClick={() => now.beginStretch()}>{isOpen ? t('tool.stop-line') : t('stretch.begin')}</Button>
      {stretch ? (
        <>
          <div className="gd-row">
            {(['from', 'to'] as const).map(end => (
              <label key={end} className="gd-field">
                <span>{t(`stretch.${end}`)}</span>
                <select className="o-input" value={stretch[end]} onChange={event => choose(end, event.target.value)}>
                  {corners.map(([lon, lat], i) => (
                    <option key={`${lon} ${lat}`} value={i}>
                      {i + 1}. {lon.toFixed(6)}, {lat.toFixed(6)}
                    </option>
                  ))}
                </select>
              </label>
            ))}
          </div>
          <p className="o-hint" aria-live="polite">
            {old ? t('stretch.corners', { count: old.length }) : t('stretch.not-one-ring')}
          </p>
          <LineText line={line} onLine={now.setLine} />
          <Button type="primary" disabled={now.isSending || !old || old.length < 2} onClick={redraw}>
            {t('stretch.do')}
          </Button>
        </>
      ) : null}
    </section>
  )
}
