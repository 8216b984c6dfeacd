import type { Limit } from '#platform/worktime/common/index.ts'
import type { ClassKind } from './class-kind.ts'

/**
 * One line of a city's filing standard (立结案规范): when a matter of a class is filed, how long handling may take and
 * when it counts as done. A class has several; a case keeps the version under which it was filed.
 */
export interface FilingCondition {
  readonly id: string
  readonly version: number
  readonly classKind: ClassKind
  readonly classCode: string
  readonly condition: string
  /** Null while a person has not decided what the text means; then the usual limit holds. */
  readonly limit: Limit | null
  /** What the city wrote, kept word for word. */
  readonly limitText: string
  readonly needsDecision: boolean
  readonly closing: string
  readonly handlingBody: string
  readonly supervisingBody: string
  readonly collect: readonly string[]
  /** The first day on which this version holds. It holds until the next one does. */
  readonly from: string
  /** From that day on nothing is filed under it any more. */
  readonly isEnded: boolean
}
