import { Answered } from '#platform/ui/office/Blank.tsx'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { Panes } from '#platform/ui/office/Panes.tsx'
import { useSession } from '#platform/ui/office/session.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { gridTree, showGrid } from '../common/contract.ts'
import { gridMessages } from '../common/messages.ts'
import { GridBrowser } from '../ui/GridBrowser.tsx'
import { GridCard } from '../ui/GridCard.tsx'

/** The map of grids: tree, map, and the card of the chosen grid, which is part of the address. */
export function Page() {
  const t = useText(gridMessages)
  const { post } = useSession()
  const [{ grid: chosen = null }, setUrl] = useUrlState()
  const tree = useAsk<typeof gridTree>('grid.tree', {})
  const choose = (path: string) => setUrl({ grid: path })
  return (
    <OfficePage title={t('map.title')} isFull>
      <Answered asked={tree}>
        {answer => (
          <GridBrowser
            tree={answer}
            ownGrid={post?.gridPath ?? null}
            chosen={chosen}
            onChoose={choose}
            arrange={(list, map) => (
              <Panes
                name="grids"
                left={{ label: t('tree.title'), content: list }}
                middle={{ label: t('map.title'), content: map }}
                right={{ label: t('card.responsible'), content: <Card path={chosen} onChoose={choose} /> }}
              />
            )}
          />
        )}
      </Answered>
    </OfficePage>
  )
}

function Card({ path, onChoose }: { readonly path: string | null; readonly onChoose: (path: string) => void }) {
  const t = useText(gridMessages)
  const shown = useAsk<typeof showGrid>('grid.show', { path: path ?? '1' }, { enabled: path !== null, keep: true })
  if (path === null) return <p className="g-none">{t('card.choose')}</p>
  return <Answered asked={shown}>{grid => <GridCard grid={grid} onChoose={onChoose} />}</Answered>
}
