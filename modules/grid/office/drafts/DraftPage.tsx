import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type MapHandle, WanggeMap } from '#platform/map/ui/index.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { Panes } from '#platform/ui/office/Panes.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { draftCells, showDraft } from '../../common/contract-drafts.ts'
import { gridOfficeMessages } from '../messages.ts'
import { Comparison } from './Comparison.tsx'
import { Decide } from './Decide.tsx'
import { Findings } from './Findings.tsx'
import { ImportPanel } from './ImportPanel.tsx'
import { Journal } from './Journal.tsx'
import { Tools } from './Tools.tsx'
import { boundsOf, type ShownCell, type ShownDraft, useDrawing } from './use-drawing.ts'
import './drafts.css'

/** One draft: draw on the map or by the list of corners, see what is wrong, compare, decide. */
export function Page() {
  const t = useText(gridOfficeMessages)
  const { draftId } = useParams({ strict: false }) as { draftId: string }
  const draft = useAsk<typeof showDraft>('grid.draft', { draftId }, { keep: true })
  const cells = useAsk<typeof draftCells>('grid.draft-cells', { draftId }, { keep: true })
  const title = draft.data ? `${draft.data.name} · ${t(`state.${draft.data.state}`)}` : t('place.drafts')
  return (
    <OfficePage title={title} isFull actions={<Link to="/grid-drafts">{t('draft.back')}</Link>}>
      <Answered asked={draft}>
        {shown => (
          <Answered asked={cells}>
            {({ cells: drawn, isWhole }) => <Draft draft={shown} cells={drawn} isWhole={isWhole} />}
          </Answered>
        )}
      </Answered>
    </OfficePage>
  )
}

interface DraftProps {
  readonly draft: ShownDraft
  readonly cells: readonly ShownCell[]
  readonly isWhole: boolean
}

function Draft({ draft, cells, isWhole }: DraftProps) {
  const t = useText(gridOfficeMessages)
  const [map, setMap] = useState<MapHandle | null>(null)
  const [bounds] = useState(() => boundsOf(cells))
  const now = useDrawing(draft, cells)
  const nameOf = (path: string) => cells.find(cell => cell.path === path)?.name ?? path
  return (
    <Panes
      name="grid-draft"
      left={{
        label: t('draft.tools'),
        content: (
          <>
            <p className="gd-tools">{t('draft.reason', { reason: draft.reason })}</p>
            {draft.stuckAt === null ? null : <p role="alert">{t('draft.stuck', { serial: draft.stuckAt })}</p>}
            {isWhole ? null : <p>{t('draft.not-whole')}</p>}
            <Tools now={now} cells={cells} map={map} />
            {now.mayDraw ? <ImportPanel now={now} cells={cells} /> : null}
          </>
        ),
      }}
      middle={{
        label: t('draft.map'),
        content: <WanggeMap label={t('draft.map-label')} bounds={bounds} sketch={now.sketch} onReady={setMap} />,
      }}
      right={{
        label: t('draft.side'),
        content: (
          <div className="gd-side">
            <Findings draft={draft} now={now} map={map} />
            <Decide draft={draft} />
            <Comparison draft={draft} nameOf={nameOf} />
            <Journal draft={draft} />
          </div>
        ),
      }}
    />
  )
}
