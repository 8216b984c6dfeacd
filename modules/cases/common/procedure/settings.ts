import { type Limit, type LightPercents, usualLightPercents } from '#platform/worktime/common/index.ts'
import type { CaseLevel } from '../case-file.ts'

/** The numbers of the procedure. Districts differ; each has a default and where it comes from. */
export interface ProcedureSettings {
  readonly limits: {
    readonly claim: Limit
    readonly accept: Limit
    readonly file: Limit
    readonly check: Limit
    readonly dispatch: Limit
    readonly handle: Limit
    readonly verify: Limit
    readonly close: Limit
    readonly rule: Limit
    readonly whole: Limit
  }
  /** At which share of a limit its light turns yellow and orange. A limit that has begun keeps what held then. */
  readonly lights: LightPercents
  readonly mostExtensions: number
  readonly mostSuspensions: number
  readonly longestSuspensionDays: number
  readonly reopenDays: number
  /** For so many minutes new work of the centre is first for those on shift; 0: for everybody with the right at once. */
  readonly shiftFirstMinutes: number
  /** For which a single case may be left out of the rates by hand. */
  readonly leaveOutReasons: readonly string[]
  /** How many steps of the grid path stand for a level; 0 is above every grid, null the case's own grid. */
  readonly levelDepths: Readonly<Record<CaseLevel, number | null>>
}

const hours = (amount: number): Limit => ({ clock: 'work-hour', amount })
const urgent = (amount: number): Limit => ({ clock: 'urgent-hour', amount })

/**
 * Stage limits follow the usual practice of digital urban management (GB/T 30428.6: minutes at the centre, the
 * department's limit from the filing condition); checks within a day, verification within two hours.
 */
export const usualProcedure: ProcedureSettings = {
  limits: {
    claim: urgent(0.25),
    accept: urgent(0.5),
    file: urgent(0.5),
    check: urgent(24),
    dispatch: urgent(0.5),
    // For cases without a filing condition only; with one, its limit holds.
    handle: { clock: 'work-day', amount: 3 },
    verify: urgent(2),
    close: urgent(0.5),
    rule: hours(8),
    whole: { clock: 'work-day', amount: 10 },
  },
  lights: usualLightPercents,
  mostExtensions: 2,
  mostSuspensions: 1,
  longestSuspensionDays: 365,
  reopenDays: 7,
  // When the limit to claim reminds the shift: seven tenths of a quarter of an hour.
  shiftFirstMinutes: 10,
  // 要支持剔除（不合理、超出职责、重复）与剔除理由: what published rules of the three rates name.
  leaveOutReasons: ['诉求不合理', '超出职责范围', '重复反映', '不可抗力'],
  levelDepths: { community: null, street: 1, district: 0 },
}
