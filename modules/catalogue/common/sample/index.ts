import type { SheetRow } from '../sheet-diff.ts'
import { componentFamilies } from './components.ts'
import { eventFamilies } from './events.ts'
import { rowsOf } from './family.ts'

/**
 * A filing standard to begin with, as the rows of a sheet. Our own words; the spread over the clocks follows what is
 * known of one city's 519 conditions (local practice: every city sets its own).
 */
export const sampleRows: readonly SheetRow[] = rowsOf([...componentFamilies, ...eventFamilies])
