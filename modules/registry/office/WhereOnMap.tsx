import { Form } from 'antd'
import { lazy, Suspense, useEffect } from 'react'
import type { gridTree, locate } from '#modules/grid/common/index.ts'
import { PlaceOnMap } from '#modules/grid/office/index.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { ShownThing } from '../common/contract/things.ts'
import type { ThingKind } from '../common/kinds.ts'
import { registryOfficeMessages } from './messages.ts'

// The map is large and most pages have none.
const ThingMap = lazy(() => import('./ThingMap.tsx').then(({ ThingMap: map }) => ({ default: map })))

/** Kinds that stand somewhere by themselves; homes stand where their building does. */
const standing: readonly ThingKind[] = ['facility', 'place', 'equipment', 'organisation']
export const hasPlace = (kind: ThingKind): boolean => standing.includes(kind)

interface PickWhereProps {
  readonly point: Point | null
  readonly onPoint: (point: Point | null) => void
}

/** Where it stands, pointed at on the map; the grid follows from it. Inside a form with a field `grid-path`. */
export function PickWhere({ point, onPoint }: PickWhereProps) {
  const t = useText(registryOfficeMessages)
  const form = Form.useFormInstance()
  const found = useAsk<typeof locate>(
    'grid.locate',
    { lon: point?.lon ?? 0, lat: point?.lat ?? 0 },
    { enabled: point !== null },
  )
  const path = point === null ? null : (found.data?.path ?? null)
  useEffect(() => {
    if (path !== null) form.setFieldsValue({ 'grid-path': path })
  }, [path, form])
  return <PlaceOnMap title={t('where.title')} none={t('where.none')} point={point} onPoint={onPoint} />
}

/** Where a thing stands, for one that has a place. */
export function SeenWhere({ thing }: { readonly thing: ShownThing }) {
  const t = useText(registryOfficeMessages)
  const tree = useAsk<typeof gridTree>('grid.tree', { deepestLevel: 1 }, { enabled: thing.point !== null })
  if (thing.point === null || tree.data === undefined) return null
  return (
    <section className="o-card" aria-labelledby="where">
      <h2 id="where">{t('where.title')}</h2>
      <div className="rg-map">
        <Suspense fallback={null}>
          <ThingMap id={thing.thingId} title={thing.title} point={thing.point} version={tree.data.version} />
        </Suspense>
      </div>
    </section>
  )
}
