import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import type { MapHandle } from '#platform/map/ui/index.ts'
import { Told } from '#platform/ui/office/Told.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { parentOf } from '../../common/grid.ts'
import { gridOfficeMessages } from '../messages.ts'
import { Corners } from './Corners.tsx'
import { MoveUnder, PartOff } from './HigherGrids.tsx'
import { LineText } from './LineText.tsx'
import { Stretch } from './Stretch.tsx'
import { boundsOf, type DrawingNow, neighboursOf, type ShownCell } from './use-drawing.ts'

interface ToolsProps {
  readonly now: DrawingNow
  readonly cells: readonly ShownCell[]
  readonly map: MapHandle | null
}

/** Choosing a grid and everything that can be done to it. */
export function Tools({ now, cells, map }: ToolsProps) {
  const t = useText(gridOfficeMessages)
  const { chosen } = now
  const choose = (path: string) => {
    now.choose(path === '' ? null : path)
    const cell = cells.find(each => each.path === path)
    if (cell) map?.fit(boundsOf([cell]))
  }
  return (
    <div className="gd-tools o-stack">
      <Told trouble={now.trouble} />
      <label className="gd-field">
        <span>{t('tool.grid')}</span>
        <select className="o-input" value={chosen?.path ?? ''} onChange={event => choose(event.target.value)}>
          <option value="">{t('tool.choose-grid')}</option>
          {cells.map(({ path, name }) => (
            <option key={path} value={path}>
              {path} {name}
            </option>
          ))}
        </select>
      </label>
      {now.mayDraw ? (
        <Button onClick={now.undo} disabled={now.isSending}>
          {t('tool.undo')}
        </Button>
      ) : null}
      {now.mayDraw && chosen ? <OneGrid key={chosen.path} now={now} cells={cells} chosen={chosen} /> : null}
    </div>
  )
}

interface OneGridProps extends Omit<ToolsProps, 'map'> {
  readonly chosen: ShownCell
}

function OneGrid({ now, cells, chosen }: OneGridProps) {
  const t = useText(gridOfficeMessages)
  const [name, setName] = useState(chosen.name)
  return (
    <>
      <div className="gd-row">
        <label className="gd-field">
          <span>{t('tool.name')}</span>
          <Input value={name} maxLength={60} onChange={event => setName(event.target.value)} />
        </label>
        <Button
          onClick={() => now.send({ do: 'rename', path: chosen.path, name: name.trim() })}
          disabled={now.isSending || name.trim() === '' || name === chosen.name}
        >
          {t('tool.rename')}
        </Button>
      </div>
      {chosen.isLeaf ? <Split now={now} chosen={chosen} /> : <PartOff now={now} cells={cells} chosen={chosen} />}
      <Merge now={now} cells={cells} chosen={chosen} />
      <MoveUnder now={now} cells={cells} chosen={chosen} />
      <Stretch now={now} />
      <DrawNew now={now} cells={cells} chosen={chosen} />
      <Snap now={now} chosen={chosen} />
      <Corners now={now} />
      {chosen.isLeaf ? (
        <Button danger onClick={() => now.send({ do: 'remove', path: chosen.path })} disabled={now.isSending}>
          {t('tool.remove')}
        </Button>
      ) : null}
    </>
  )
}

function Split({ now, chosen }: Omit<OneGridProps, 'cells'>) {
  const t = useText(gridOfficeMessages)
  const [name, setName] = useState('')
  const line = now.line ?? []
  const isOpen = now.line !== null && now.purpose === 'split'
  return (
    <section aria-labelledby="gd-split" className="o-stack">
      <h2 id="gd-split">{t('tool.split')}</h2>
      <p className="o-hint">{t('tool.split-hint')}</p>
      <Button onClick={() => now.beginLine('split')}>{isOpen ? t('tool.stop-line') : t('tool.draw-line')}</Button>
      {isOpen ? (
        <>
          <LineText line={line} onLine={now.setLine} />
          <label className="gd-field">
            <span>{t('tool.split-names')}</span>
            <Input value={name} maxLength={60} onChange={event => setName(event.target.value)} />
          </label>
          <Button
            type="primary"
            disabled={now.isSending || line.length < 2}
            onClick={() =>
              now.send({
                ...{ do: 'split', path: chosen.path, line: line.map(([lon, lat]) => [lon, lat]) },
                names: name.trim() === '' ? [] : [name.trim()],
              })
            }
          >
            {t('tool.do-split')}
          </Button>
        </>
      ) : null}
    </section>
  )
}

function Merge({ now, cells, chosen }: OneGridProps) {
  const t = useText(gridOfficeMessages)
  const neighbours = neighboursOf(chosen, cells)
  const [other, setOther] = useState('')
  if (neighbours.length === 0) return null
  return (
    <section aria-labelledby="gd-merge" className="o-stack">
      <h2 id="gd-merge">{t('tool.merge')}</h2>
      <div className="gd-row">
        <label className="gd-field">
          <span>{t('tool.merge-with')}</span>
          <select className="o-input" value={other} onChange={event => setOther(event.target.value)}>
            <option value="">{t('tool.choose-grid')}</option>
            {neighbours.map(({ path, name }) => (
              <option key={path} value={path}>
                {path} {name}
              </option>
            ))}
          </select>
        </label>
        <Button
          disabled={now.isSending || other === ''}
          onClick={() => now.send({ do: 'merge', paths: [other], into: chosen.path })}
        >
          {t('tool.do-merge')}
        </Button>
      </div>
    </section>
  )
}

/** A grid that was not there: under the parent of the chosen one, or under it when it has grids already. */
function DrawNew({ now, cells, chosen }: OneGridProps) {
  const t = useText(gridOfficeMessages)
  const [name, setName] = useState('')
  const line = now.line ?? []
  const isOpen = now.line !== null && now.purpose === 'draw'
  const parent = chosen.isLeaf ? parentOf(chosen.path) : chosen.path
  const kind = cells.find(cell => parentOf(cell.path) === parent)?.kind ?? chosen.kind
  const ring = [...line, ...line.slice(0, 1)].map(([lon, lat]): [number, number] => [lon, lat])
  return (
    <section aria-labelledby="gd-draw" className="o-stack">
      <h2 id="gd-draw">{t('tool.draw')}</h2>
      <p className="o-hint">{t('tool.draw-hint')}</p>
      <Button onClick={() => now.beginLine('draw')}>{isOpen ? t('tool.stop-line') : t('tool.draw-around')}</Button>
      {isOpen ? (
        <>
          <LineText line={line} onLine={now.setLine} />
          <label className="gd-field">
            <span>{t('tool.draw-name')}</span>
            <Input value={name} maxLength={60} onChange={event => setName(event.target.value)} />
          </label>
          <Button
            type="primary"
            disabled={now.isSending || line.length < 3 || name.trim() === ''}
            onClick={() =>
              now.send({
                ...{ do: 'add', parent, kind, name: name.trim() },
                polygon: { type: 'Polygon', coordinates: [ring] },
              })
            }
          >
            {t('tool.do-draw')}
          </Button>
        </>
      ) : null}
    </section>
  )
}

function Snap({ now, chosen }: Omit<OneGridProps, 'cells'>) {
  const t = useText(gridOfficeMessages)
  const [metres, setMetres] = useState(1)
  return (
    <section aria-labelledby="gd-snap" className="o-stack">
      <h2 id="gd-snap">{t('tool.snap')}</h2>
      <div className="gd-row">
        <label className="gd-field">
          <span>{t('tool.snap-metres')}</span>
          <InputNumber min={0.01} max={20} value={metres} onChange={value => setMetres(value ?? 1)} />
        </label>
        <Button disabled={now.isSending} onClick={() => now.send({ do: 'snap', paths: [chosen.path], metres })}>
          {t('tool.do-snap')}
        </Button>
      </div>
    </section>
  )
}
