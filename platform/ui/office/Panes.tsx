import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { recallJson, remember } from '../ui/remember.ts'
import { useText } from '../ui/use-text.ts'
import { officeMessages } from './messages.ts'

interface Pane {
  readonly label: string
  readonly content: ReactNode
}

interface PanesProps {
  /** Under which name this person's widths are kept. */
  readonly name: string
  readonly left: Pane
  readonly middle: Pane
  readonly right: Pane | null
}

interface Widths {
  readonly left: number
  readonly right: number
}
const usual: Widths = { left: 340, right: 380 }
const least = 220
const most = 640
const isWidths = (value: unknown): value is Widths =>
  typeof value === 'object' && value !== null && 'left' in value && 'right' in value

/** Three panes that remember their widths; narrow windows and large text put them below each other. */
export function Panes({ name, left, middle, right }: PanesProps) {
  const key = `wangge.panes.${name}`
  const [widths, setWidths] = useState(() => recallJson(key, isWidths) ?? usual)
  const change = (part: Partial<Widths>) => {
    const next = { ...widths, ...part }
    remember(key, JSON.stringify(next))
    setWidths(next)
  }
  const style = { '--pane-left': `${widths.left}px`, '--pane-right': `${widths.right}px` } as React.CSSProperties
  return (
    <div className={right ? 'o-panes' : 'o-panes o-panes-two'} style={style}>
      <section className="o-pane" aria-label={left.label}>
        {left.content}
      </section>
      <Divider label={left.label} width={widths.left} grows={1} onWidth={width => change({ left: width })} />
      <section className="o-pane" aria-label={middle.label}>
        {middle.content}
      </section>
      {right ? (
        <>
          <Divider label={right.label} width={widths.right} grows={-1} onWidth={width => change({ right: width })} />
          <section className="o-pane" aria-label={right.label}>
            {right.content}
          </section>
        </>
      ) : null}
    </div>
  )
}

interface DividerProps {
  readonly label: string
  readonly width: number
  /** 1: the pane at its left grows when it moves right; -1: the pane at its right shrinks. */
  readonly grows: 1 | -1
  readonly onWidth: (width: number) => void
}

function Divider({ label, width, grows, onWidth }: DividerProps) {
  const t = useText(officeMessages)
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const set = (wanted: number) => onWidth(Math.round(Math.min(most, Math.max(least, wanted))))
  const drag = (event: PointerEvent) => {
    if (start.current) set(start.current.width + grows * (event.clientX - start.current.x))
  }
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 16 : event.key === 'ArrowLeft' ? -16 : 0
    if (step === 0) return
    event.preventDefault()
    set(width + grows * step)
  }
  return (
    // A focusable separator is a control by WAI-ARIA 1.2: the arrow keys move it.
    <div
      className="o-divider"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('panes.resize', { pane: label })}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      onKeyDown={press}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = { x: event.clientX, width }
      }}
      onPointerMove={drag}
      onPointerUp={() => {
        start.current = null
      }}
    />
  )
}
