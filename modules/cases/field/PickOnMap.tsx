import type { gridTree } from '#modules/grid/common/index.ts'
import { PlacePicker } from '#modules/grid/ui/index.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import { Dialog, Spinner, Trouble, useAnswer, useClient, useText } from '#platform/ui/ui/index.ts'
import { fieldCaseMessages } from './messages.ts'

interface PickOnMapProps {
  readonly start: Point | null
  readonly onPick: (place: Point) => void
  readonly onClose: () => void
}

/** The map over the form, for when the phone's position is wrong or missing. */
export function PickOnMap({ start, onPick, onClose }: PickOnMapProps) {
  const t = useText(fieldCaseMessages)
  const client = useClient()
  const tree = useAnswer('grid.tree', () => client.query<typeof gridTree>('grid.tree', { deepestLevel: 1 }))
  const bounds = tree.answer?.bounds
  return (
    <Dialog title={t('report.pick')} onClose={onClose}>
      {tree.state === 'loading' ? <Spinner /> : null}
      {tree.state === 'failed' ? <Trouble trouble={tree.trouble} onAgain={() => void tree.reload()} /> : null}
      {tree.answer && bounds ? (
        <PlacePicker bounds={bounds} version={tree.answer.version} value={start} onPick={onPick} />
      ) : null}
    </Dialog>
  )
}
