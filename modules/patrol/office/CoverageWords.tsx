import { useText } from '#platform/ui/ui/use-text.ts'
import { patrolOfficeMessages } from './messages.ts'

interface CoverageProps {
  readonly due: number
  readonly checked: number
  readonly late: number
  readonly skipped: number
  readonly left: number
}

/** What became of the points of a round, in words. */
export function CoverageWords({ due, checked, late, skipped, left }: CoverageProps) {
  const t = useText(patrolOfficeMessages)
  const more = [
    late > 0 ? t('coverage.late', { count: late }) : '',
    skipped > 0 ? t('coverage.skipped', { count: skipped }) : '',
    left > 0 ? t('coverage.left', { count: left }) : '',
  ].filter(Boolean)
  return <span>{[t('coverage.checked', { checked, due }), ...more].join(' · ')}</span>
}
