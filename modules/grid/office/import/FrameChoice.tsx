import { useText } from '#platform/ui/ui/use-text.ts'
import { type Declared, framesToChoose, sameFrame, type SourceFrame } from './frames.ts'
import { importMessages } from './messages.ts'

interface FrameChoiceProps {
  readonly declared: Declared
  /** By what the file says or what its numbers look like; null when only a person can know. */
  readonly detected: SourceFrame | null
  /** Degrees; the projected zones around it stand in the list. */
  readonly lonHere: number
  readonly frame: SourceFrame
  /** Of the label, as fields look on the page. */
  readonly fieldClass: string
  readonly onChoose: (frame: SourceFrame) => void
}

/** In which frame a file is, said before anything of it is taken, and changed by whoever knows better. */
export function FrameChoice({ declared, detected, lonHere, frame, fieldClass, onChoose }: FrameChoiceProps) {
  const t = useText(importMessages)
  const choices = framesToChoose(detected, lonHere)
  return (
    <>
      <p role="status">
        {declared?.name === 'unknown'
          ? t('import.unknown-frame', { text: declared.text })
          : t(declared ? 'import.declared' : 'import.detected', { frame: frameText(t, detected ?? frame) })}
      </p>
      <label className={fieldClass}>
        <span>{t('import.frame')}</span>
        <select
          className="o-input"
          value={choices.findIndex(each => sameFrame(each, frame))}
          onChange={event => onChoose(choices[Number(event.target.value)]!)}
        >
          {choices.map((each, i) => (
            <option key={frameText(t, each)} value={i}>
              {frameText(t, each)}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}

function frameText(t: ReturnType<typeof useText<typeof importMessages>>, frame: SourceFrame): string {
  if (frame.name !== 'projected') return t(`frame.${frame.name}`)
  const { centralMeridian, falseEasting, isSwapped } = frame
  const zone = Math.floor(falseEasting / 1_000_000)
  return [
    t('frame.projected', { meridian: centralMeridian }),
    ...(zone > 0 ? [t('frame.zone', { zone })] : []),
    ...(isSwapped ? [t('frame.swapped')] : []),
  ].join(' · ')
}
