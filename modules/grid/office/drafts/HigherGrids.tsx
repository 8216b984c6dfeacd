import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useText } from '#platform/ui/ui/use-text.ts'
import { parentOf } from '../../common/grid.ts'
import { gridOfficeMessages } from '../messages.ts'
import type { DrawingNow, ShownCell } from './use-drawing.ts'

interface HigherGridsProps {
  readonly now: DrawingNow
  readonly cells: readonly ShownCell[]
  readonly chosen: ShownCell
}

/** Some of the grids below become a grid of their own: how a grid is split that has grids below. */
export function PartOff({ now, cells, chosen }: HigherGridsProps) {
  const t = useText(gridOfficeMessages)
  const [going, setGoing] = useState<readonly string[]>([])
  const [name, setName] = useState('')
  const below = cells.filter(cell => parentOf(cell.path) === chosen.path)
  if (below.length < 2 || parentOf(chosen.path) === null) return null
  const isReady = going.length > 0 && going.length < below.length && name.trim() !== ''
  return (
    <section aria-labelledby="gd-part" className="o-stack">
      <h2 id="gd-part">{t('tool.part')}</h2>
      <p className="o-hint">{t('tool.part-hint')}</p>
      <fieldset className="gd-choices">
        <legend>{t('tool.part-children')}</legend>
        <Checkbox.Group
          value={[...going]}
          onChange={chosenPaths => setGoing(chosenPaths as string[])}
          options={below.map(cell => ({ value: cell.path, label: `${cell.path} ${cell.name}` }))}
        />
      </fieldset>
      <label className="gd-field">
        <span>{t('tool.part-name')}</span>
        <Input value={name} maxLength={60} onChange={event => setName(event.target.value)} />
      </label>
      <Button
        disabled={now.isSending || !isReady}
        onClick={() => now.send({ do: 'part', path: chosen.path, children: [...going], name: name.trim() })}
      >
        {t('tool.do-part')}
      </Button>
    </section>
  )
}

/** Under another grid above, of the same level, with all below. */
export function MoveUnder({ now, cells, chosen }: HigherGridsProps) {
  const t = useText(gridOfficeMessages)
  const [parent, setParent] = useState('')
  const above = parentOf(chosen.path)
  const level = above?.split('.').length
  const others = cells.filter(cell => cell.path !== above && cell.path.split('.').length === level && !cell.isLeaf)
  if (above === null || others.length === 0) return null
  return (
    <section aria-labelledby="gd-move" className="o-stack">
      <h2 id="gd-move">{t('tool.move')}</h2>
      <p className="o-hint">{t('tool.move-hint', { name: cells.find(({ path }) => path === above)?.name ?? above })}</p>
      <div className="gd-row">
        <label className="gd-field">
          <span>{t('tool.move-to')}</span>
          <select className="o-input" value={parent} onChange={event => setParent(event.target.value)}>
            <option value="">{t('tool.choose-grid')}</option>
            {others.map(({ path, name }) => (
              <option key={path} value={path}>
                {path} {name}
              </option>
            ))}
          </select>
        </label>
        <Button
          disabled={now.isSending || parent === ''}
          onClick={() => now.send({ do: 'move-under', path: chosen.path, parent })}
        >
          {t('tool.do-move')}
        </Button>
      </div>
    </section>
  )
}
