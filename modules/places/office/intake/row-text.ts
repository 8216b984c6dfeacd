import { groundFileMessages } from '#modules/grid/office/index.ts'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { checkIntake } from '../../common/contract-intake.ts'
import { placesIntakeMessages } from './messages.ts'
import { type OwnTrouble, type ReadingTrouble, readingTroubles } from './read-items.ts'

export type CheckedRow = OutputOf<typeof checkIntake>['rows'][number]

/** What becomes of a row, or why it is left out, as a sentence. */
export function useRowText() {
  const t = useText(placesIntakeMessages, groundFileMessages)
  return {
    of({ does, trouble, note, about }: CheckedRow): string {
      if (does === null) return trouble === null ? '' : t(`trouble.${trouble}`, { about })
      return note === null ? t(`does.${does}`) : `${t(`does.${does}`)}：${t(`note.${note}`, { about })}`
    },
    ofFault(trouble: ReadingTrouble): string {
      return isOwn(trouble) ? t(`trouble.${trouble}`) : t(`row.${trouble}`)
    },
  }
}

const isOwn = (trouble: ReadingTrouble): trouble is OwnTrouble => readingTroubles.some(each => each === trouble)
