import type { TreeGrid } from '#modules/grid/common/index.ts'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { placesMessages } from '../common/messages.ts'
import { isOverlay, type Layer, layers, layerWord } from './layers.ts'
import { placesOfficeMessages } from './messages.ts'
import type { Thing } from './use-things.tsx'

interface ChoicesProps {
  readonly layer: Layer
  readonly gridPath: string
  readonly grids: readonly TreeGrid[]
  readonly isGapOnly: boolean
  readonly onGapOnly: (isOn: boolean) => void
  readonly onGrid: (path: string) => void
}

export function Choices({ layer, gridPath, grids, isGapOnly, onGapOnly, onGrid }: ChoicesProps) {
  const t = useText(placesOfficeMessages, placesMessages)
  const [url, setUrl] = useUrlState()
  return (
    <>
      <label className="pl-field">
        {t('layer.label')}
        <select
          className="o-select"
          value={layer}
          onChange={event => setUrl({ layer: event.target.value, thing: undefined })}
        >
          {layers.map(one => (
            <option key={one} value={one}>
              {t(layerWord(one))}
            </option>
          ))}
        </select>
      </label>
      {isOverlay(layer) ? null : (
        <label className="pl-field">
          {t('grid.label')}
          <select className="o-select" value={gridPath} onChange={event => onGrid(event.target.value)}>
            {grids
              .filter(({ level, path }) => level <= 3 || path === gridPath)
              .map(({ path, name, level }) => (
                <option key={path} value={path}>
                  {'　'.repeat(level - 1)}
                  {name}
                </option>
              ))}
          </select>
        </label>
      )}
      <label className="pl-field">
        {t('filter.text')}
        <input
          className="o-input"
          type="search"
          defaultValue={url.search ?? ''}
          onChange={event => setUrl({ search: event.target.value.trim() || undefined })}
        />
      </label>
      {layer === 'buildings' ? null : (
        <label>
          <input type="checkbox" checked={isGapOnly} onChange={event => onGapOnly(event.target.checked)} />{' '}
          {t('filter.vacant')}
        </label>
      )}
    </>
  )
}

interface ItemsProps {
  readonly items: readonly Thing[]
  readonly total: number
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

export function Items({ items, total, chosen, onChoose }: ItemsProps) {
  const t = useText(placesOfficeMessages)
  if (items.length === 0) return <p>{t('list.none')}</p>
  return (
    <>
      <p role="status" className="o-soft">
        {t('list.count', { shown: items.length, total })}
      </p>
      <ul className="pl-items">
        {items.map(({ id, name, about, isGap, isChild }) => (
          <li key={id}>
            <button
              type="button"
              className={isChild ? 'pl-item pl-item-child' : 'pl-item'}
              aria-pressed={id === chosen}
              onClick={() => onChoose(id)}
            >
              <span>{name}</span>
              <span className={isGap ? 'pl-gap' : 'o-soft'}>{about || t('posts.none')}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
