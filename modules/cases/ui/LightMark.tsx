import { StateMark } from '#platform/ui/ui/Notice.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { CasePage } from '../common/presented.ts'
import { caseUiMessages } from './messages.ts'

type Timer = CasePage['timers'][number]

/** How near a limit is: a word and a shape, the colour only beside them. */
export function LightMark({ light, state, isOverdue }: Pick<Timer, 'light' | 'state' | 'isOverdue'>) {
  const t = useText(caseUiMessages)
  if (isOverdue) return <StateMark state="over">{t('light.over')}</StateMark>
  if (state === 'paused') return <StateMark state="paused">{t('light.paused')}</StateMark>
  if (state === 'stopped') return <StateMark state="done">{t('light.done')}</StateMark>
  const near = light === 'green' ? 'on-time' : light === 'red' ? 'over' : 'near'
  return <StateMark state={near}>{t(`light.${light}`)}</StateMark>
}
