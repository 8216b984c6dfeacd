import type { MapShape } from '#platform/map/common/on-the-map.ts'
import type { CaseStatus } from '../common/case-file.ts'

/** One shape for each status, so that a map printed in grey still says which is which. The flag is the case itself. */
export const statusShapes = {
  reported: 'ring',
  accepted: 'dot',
  filed: 'diamond',
  dispatched: 'triangle',
  handled: 'square',
  verified: 'hexagon',
  closed: 'tick',
  refused: 'cross',
  joined: 'bars',
  voided: 'slash',
} as const satisfies Record<CaseStatus, MapShape>
