import { Button, Checkbox, InputNumber } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { useText } from '#platform/ui/ui/use-text.ts'
import { gridOfficeMessages } from '../messages.ts'
import { type Corner, type DrawingNow, nextCorner } from './use-drawing.ts'

const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7
const metresPerDegree = 111_195

/** The corners of the chosen grid as a list with coordinates: all that the map does with the mouse, done with keys. */
export function Corners({ now }: { readonly now: DrawingNow }) {
  const t = useText(gridOfficeMessages)
  const { corners, corner, isAlone } = now
  const [step, setStep] = useState(1)
  return (
    <section className="gd-corners" aria-labelledby="gd-corners">
      <h2 id="gd-corners">{t('corners.title')}</h2>
      <p className="o-hint">{t('corners.hint')}</p>
      <Checkbox checked={isAlone} onChange={event => now.setAlone(event.target.checked)}>
        {t('corners.only')}
      </Checkbox>
      <select
        className="o-input"
        size={6}
        aria-label={t('corners.list')}
        value={corner ?? ''}
        onChange={event => now.setCorner(Number(event.target.value))}
      >
        {corners.map(([lon, lat], i) => (
          <option key={`${lon} ${lat}`} value={i}>
            {i + 1}. {lon.toFixed(7)}, {lat.toFixed(7)}
          </option>
        ))}
      </select>
      <label className="gd-field">
        <span>{t('corners.step')}</span>
        <InputNumber min={0.1} max={100} value={step} onChange={value => setStep(value ?? 1)} />
      </label>
      {corner !== null && corners[corner] ? (
        <OneCorner key={corners[corner].join(' ')} now={now} index={corner} at={corners[corner]} step={step} />
      ) : null}
    </section>
  )
}

interface OneCornerProps {
  readonly now: DrawingNow
  readonly index: number
  readonly at: Corner
  readonly step: number
}

function OneCorner({ now, index, at, step }: OneCornerProps) {
  const t = useText(gridOfficeMessages)
  const [[lon, lat], setPlace] = useState(at)
  const up = step / metresPerDegree
  const across = up / Math.cos((lat * Math.PI) / 180)
  const ways: Readonly<Record<string, Corner>> = {
    ArrowUp: [0, up],
    ArrowDown: [0, -up],
    ArrowLeft: [-across, 0],
    ArrowRight: [across, 0],
  }
  const press = (event: KeyboardEvent) => {
    const way = ways[event.key]
    if (!way) return
    event.preventDefault()
    setPlace([round(lon + way[0]), round(lat + way[1])])
  }
  const addAfter = () => {
    const next = now.chosen && nextCorner(now.chosen, index)
    if (!next) return
    const middle: [number, number] = [round((at[0] + next[0]) / 2), round((at[1] + next[1]) / 2)]
    now.send({ do: 'add-corner', a: [...at], b: [...next], at: middle, ...now.only })
  }
  return (
    <div className="o-stack">
      <div className="gd-row">
        {(
          [
            ['lon', lon],
            ['lat', lat],
          ] as const
        ).map(([name, value]) => (
          <label key={name} className="gd-field">
            <span>{t(`corners.${name}`)}</span>
            <InputNumber
              value={value}
              step={0.00001}
              precision={7}
              keyboard={false}
              onChange={typed => setPlace(name === 'lon' ? [typed ?? lon, lat] : [lon, typed ?? lat])}
            />
          </label>
        ))}
      </div>
      <Button onKeyDown={press} onClick={() => now.moveCorner(index, [lon, lat])} disabled={now.isSending}>
        {t('corners.move')}
      </Button>
      <p className="o-hint" aria-live="polite">
        {t('corners.nudge', { lon: lon.toFixed(7), lat: lat.toFixed(7) })}
      </p>
      <div className="o-actions">
        <Button onClick={addAfter} disabled={now.isSending}>
          {t('corners.add')}
        </Button>
        <Button onClick={() => now.send({ do: 'remove-corner', at: [...at], ...now.only })} disabled={now.isSending}>
          {t('corners.remove')}
        </Button>
      </div>
    </div>
  )
}
