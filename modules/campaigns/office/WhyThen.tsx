import { useState } from 'react'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import type { explain } from '#platform/worktime/common/contract.ts'
import { campaignsOfficeMessages } from './messages.ts'

/** The arithmetic of a point's limit, as the clock itself tells it; asked for when somebody wants to know. */
export function WhyThen({ pointId }: { readonly pointId: string }) {
  const t = useText(campaignsOfficeMessages)
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('point.why-then')}</summary>
      {isOpen ? <Arithmetic pointId={pointId} /> : null}
    </details>
  )
}

function Arithmetic({ pointId }: { readonly pointId: string }) {
  const t = useText(campaignsOfficeMessages)
  const { locale } = useLocale()
  const about = { subjectKind: 'campaign-point', subjectId: pointId, locale }
  const asked = useAsk<typeof explain>('worktime.explain', about)
  return (
    <Answered asked={asked}>
      {({ timers: [timer] }) =>
        timer ? (
          <ol>
            {timer.lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of one answer, never moved
              <li key={at}>{line.text}</li>
            ))}
          </ol>
        ) : (
          <p className="o-hint">{t('point.why-none')}</p>
        )
      }
    </Answered>
  )
}
