import type { Duty } from './grid.ts'
import type { Responsible } from './contract.ts'

/** The lead posts of one grid; several when a lead and a second lead are set up, none when the post was never made. */
export interface LedGrid {
  readonly path: string
  readonly name: string
  readonly leads: readonly { readonly title: string; readonly holder: string | null }[]
}

/**
 * Who answers for a grid now: its own lead, else the lead of the first grid above whose lead post is filled
 * (mission A8: handled by level; a vacancy never means that nobody answers). `chain` goes from the grid upwards.
 */
export function responsibleNow(chain: readonly LedGrid[]): Responsible {
  const passed: Responsible['passed'] = []
  for (const { path, name, leads } of chain) {
    for (const { title, holder } of leads) {
      if (holder !== null) return { by: { path, gridName: name, title, holder }, passed }
    }
    passed.push({ path, gridName: name, why: leads.length > 0 ? 'vacant' : 'no-lead-post' })
  }
  return { by: null, passed }
}

export const leadDuty: Duty = 'lead'
