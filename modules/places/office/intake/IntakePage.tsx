import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { gridTree } from '#modules/grid/common/index.ts'
import { type FileTrouble, fileTroubles, groundFileMessages, type RawFile } from '#modules/grid/office/index.ts'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { gridTilesOf, type MapHandle, WanggeMap } from '#platform/map/ui/index.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { Panes } from '#platform/ui/office/Panes.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { type IntakeKind, intakeKinds } from '../../common/intake/item.ts'
import { placesMessages } from '../../common/messages.ts'
import { FileSettings } from './FileSettings.tsx'
import { boundsOfItems, drawingsOf, pointsOf } from './on-the-map.ts'
import { placesIntakeMessages } from './messages.ts'
import type { ReadItems } from './read-items.ts'
import { readPlacesFile } from './read-places-file.ts'
import { Checked, type CheckedRows } from './Checked.tsx'
import '../places.css'

type Tree = OutputOf<typeof gridTree>

/** A file of buildings, courtyards, roads or rivers: read, looked at row by row and on the map, taken in. */
export function Page() {
  const t = useText(placesIntakeMessages)
  const tree = useAsk<typeof gridTree>('grid.tree', {})
  return (
    <OfficePage
      title={t('intake.title')}
      about={t('intake.about')}
      actions={<Link to="/places">{t('intake.back')}</Link>}
      isFull
    >
      <Answered asked={tree}>{answer => <Desk tree={answer} />}</Answered>
    </OfficePage>
  )
}

interface Chosen {
  readonly name: string
  readonly file: RawFile | FileTrouble
}

function Desk({ tree }: { readonly tree: Tree }) {
  const t = useText(placesIntakeMessages, placesMessages)
  const tf = useText(groundFileMessages)
  const [kind, setKind] = useState<IntakeKind>('building')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [items, setItems] = useState<ReadItems | null>(null)
  const [checked, setChecked] = useState<CheckedRows | null>(null)
  const [map, setMap] = useState<MapHandle | null>(null)
  const around = tree.bounds ?? ([105, 30, 106, 31] as const)
  const start = (next: IntakeKind) => {
    setKind(next)
    setChosen(null)
    show(null)
  }
  const show = (read: ReadItems | null) => {
    setItems(read)
    setChecked(null)
    const bounds = read?.batch && boundsOfItems(read.batch, around)
    if (bounds) map?.fit(bounds)
  }
  const choose = async (picked: File | undefined) => {
    show(null)
    setChosen(null)
    if (picked) setChosen({ name: picked.name, file: await readPlacesFile(kind, picked) })
  }
  const drawings = useMemo(() => drawingsOf(items?.batch ?? null, checked), [items, checked])
  const points = useMemo(() => pointsOf(items?.batch ?? null, checked), [items, checked])
  const trouble = typeof chosen?.file === 'string' ? fileTroubles.find(each => each === chosen.file) : undefined
  return (
    <Panes
      name="place-intake"
      left={{
        label: t('intake.kind'),
        content: (
          <div className="pl-list">
            <label className="pl-field">
              {t('intake.kind')}
              <select
                className="o-select"
                value={kind}
                onChange={event => start(intakeKinds.find(one => one === event.target.value) ?? 'building')}
              >
                {intakeKinds.map(one => (
                  <option key={one} value={one}>
                    {one === 'building' || one === 'courtyard'
                      ? t(`intake.kind-${one}`)
                      : t('intake.kind-line', { kind: t(`line.${one}`) })}
                  </option>
                ))}
              </select>
            </label>
            <p className="o-hint">{t('intake.hint')}</p>
            <label className="pl-field">
              <span>{tf('import.file')}</span>
              <input
                key={kind}
                type="file"
                accept=".geojson,.json,.zip,.xlsx"
                onChange={event => void choose(event.target.files?.[0])}
              />
            </label>
            {trouble ? <p role="alert">{tf(`file.${trouble}`)}</p> : null}
            {chosen && typeof chosen.file !== 'string' ? (
              <FileSettings
                key={`${kind} ${chosen.name}`}
                kind={kind}
                file={chosen.file}
                lonHere={(around[0] + around[2]) / 2}
                onRead={show}
              />
            ) : null}
          </div>
        ),
      }}
      middle={{
        label: t('intake.map-pane'),
        content: (
          <WanggeMap
            label={t('intake.map')}
            bounds={around}
            gridTiles={gridTilesOf(tree.version)}
            drawings={drawings}
            points={points}
            onReady={setMap}
          />
        ),
      }}
      right={
        items
          ? {
              label: t('intake.rows'),
              content: <Checked items={items} checked={checked} onChecked={setChecked} />,
            }
          : null
      }
    />
  )
}
