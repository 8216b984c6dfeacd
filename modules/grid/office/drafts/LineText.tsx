import { Input } from 'antd'
import { useState } from 'react'
import { useText } from '#platform/ui/ui/use-text.ts'
import { gridOfficeMessages } from '../messages.ts'
import type { Corner } from './use-drawing.ts'

interface LineTextProps {
  readonly line: readonly Corner[]
  readonly onLine: (line: readonly Corner[]) => void
}

/** The line as text, one point on each line: typed here or clicked on the map. */
export function LineText({ line, onLine }: LineTextProps) {
  const t = useText(gridOfficeMessages)
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? line.map(point => point.join(',')).join('\n')
  const read = (value: string) => {
    setTyped(value)
    const points = value.split('\n').flatMap((each): Corner[] => {
      const [lon, lat] = each.split(/[,，\s]+/).map(Number)
      return lon && lat ? [[lon, lat]] : []
    })
    onLine(points)
  }
  return (
    <label className="gd-field">
      <span>{t('tool.line')}</span>
      <Input.TextArea
        rows={3}
        value={text}
        onChange={event => read(event.target.value)}
        onBlur={() => setTyped(null)}
      />
    </label>
  )
}
