/**
 * A checklist (检查单) says what to look at: short sentences that are either so or not. Places write their own; four
 * usual ones come along.
 */
export const checklistKinds = ['cleaning', 'upkeep', 'safety', 'fire'] as const
export type ChecklistKind = (typeof checklistKinds)[number]

export interface CheckItem {
  /** Stays when the words are changed, so that findings of one item can be counted over years. */
  readonly code: string
  readonly text: string
}

export interface Checklist {
  readonly checklistId: string
  readonly version: number
  readonly kind: ChecklistKind
  readonly name: string
  readonly items: readonly CheckItem[]
}

export const mostItems = 30

/** The list of that id with the highest version: own ones take the place of those that came along. */
export function checklistsInForce(lists: readonly Checklist[]): readonly Checklist[] {
  const newest = new Map<string, Checklist>()
  for (const list of lists) {
    const known = newest.get(list.checklistId)
    if (!known || known.version < list.version) newest.set(list.checklistId, list)
  }
  return [...newest.values()]
}
