import { mapColours } from '#platform/ui/map/tokens.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { mapMessages } from '../common/messages.ts'
import type { BorderEntry, DrawingEntry, LegendEntry } from '../common/on-the-map.ts'
import { toneColour } from './point-images.ts'
import { shapePaths } from './shape-paths.ts'

interface LegendProps {
  readonly entries?: readonly LegendEntry[]
  readonly borders?: readonly BorderEntry[]
  readonly drawings?: readonly DrawingEntry[]
}

/** What the shapes and borders mean. Goes inside `WanggeMap`; can be closed on a small screen. */
export function Legend({ entries = [], borders = [], drawings = [] }: LegendProps) {
  const t = useText(mapMessages)
  return (
    <details className="m-legend" open={matchMedia('(min-width: 60rem)').matches}>
      <summary>{t('map.legend')}</summary>
      <ul>
        {entries.map(({ shape, tone, text }) => (
          <li key={text}>
            <ShapeMark shape={shape} tone={tone} />
            {text}
          </li>
        ))}
        {drawings.map(({ tone, text }) => (
          <li key={text}>
            <svg width="20" height="8" aria-hidden="true">
              <line x1="0" y1="4" x2="20" y2="4" stroke={mapColours[`draw-${tone}`]} strokeWidth={5} />
            </svg>
            {text}
          </li>
        ))}
        {borders.map(({ border, text }) => (
          <li key={text}>
            <svg width="20" height="8" aria-hidden="true">
              <line x1="0" y1="4" x2="20" y2="4" stroke={mapColours[border]} strokeWidth={borderWidth[border]} />
            </svg>
            {text}
          </li>
        ))}
      </ul>
    </details>
  )
}

const borderWidth = { 'grid-1': 4, 'grid-2': 3, 'grid-3': 2, 'grid-4': 1, 'grid-own': 4, 'grid-chosen': 4 } as const

/** The shape that stands for a thing on the map, for the list beside it. */
export function ShapeMark({ shape, tone }: Pick<LegendEntry, 'shape' | 'tone'>) {
  const { path, open } = shapePaths[shape]
  const colour = toneColour(tone)
  return (
    <svg className="m-shape" width="18" height="18" viewBox="0 0 24 24" aria-hidden="true">
      <path
        d={path}
        fill={open ? 'none' : colour}
        stroke={colour}
        strokeWidth={open ? 4 : 0}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
