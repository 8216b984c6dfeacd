import { useState } from 'react'
import { ErrorState, Spinner } from '#platform/ui/ui/Notice.tsx'
import { useClient } from '#platform/ui/ui/client.tsx'
import { useAnswer } from '#platform/ui/ui/use-answer.ts'
import type { gridTree, showGrid } from '../common/contract.ts'
import { GridBrowser } from '../ui/GridBrowser.tsx'
import { GridCard } from '../ui/GridCard.tsx'

/** The map tab of the field app: the grids around, who answers for each, one's own standing out. */
export function GridScreen({ ownGrid }: { readonly ownGrid: string | null }) {
  const client = useClient()
  const [chosen, setChosen] = useState<string | null>(ownGrid)
  const tree = useAnswer('grid.tree', () => client.query<typeof gridTree>('grid.tree', {}))
  if (tree.answer === undefined) return <Waiting asked={tree} />
  return (
    <GridBrowser
      tree={tree.answer}
      ownGrid={ownGrid}
      chosen={chosen}
      onChoose={setChosen}
      arrange={(list, map) => (
        <div className="g-screen">
          <div className="g-screen-map">{map}</div>
          {chosen === null ? null : <Card path={chosen} onChoose={setChosen} />}
          {list}
        </div>
      )}
    />
  )
}

function Card({ path, onChoose }: { readonly path: string; readonly onChoose: (path: string) => void }) {
  const client = useClient()
  const shown = useAnswer(`grid.show ${path}`, () => client.query<typeof showGrid>('grid.show', { path }))
  if (shown.answer === undefined) return <Waiting asked={shown} />
  return <GridCard grid={shown.answer} onChoose={onChoose} />
}

interface WaitingProps {
  readonly asked: { readonly state: string; readonly trouble?: unknown; readonly reload: () => Promise<void> }
}

function Waiting({ asked }: WaitingProps) {
  if (asked.state !== 'failed') return <Spinner />
  return <ErrorState trouble={asked.trouble} onAgain={() => void asked.reload()} />
}
