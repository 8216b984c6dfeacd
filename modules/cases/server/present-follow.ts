import type { CaseEvent, CaseFile, CaseStatus } from '../common/case-file.ts'
import type { FollowView, MyReport } from '../common/presented.ts'
import { partOf } from '../common/procedure/all.ts'
import { titleOf } from './present.ts'

type Step = FollowView['steps'][number]
type Next = { readonly step: Step['step']; readonly role: Step['role'] }

/** What follows a status, and in which part somebody does it. */
const nextStep = {
  reported: { step: 'accepted', role: 'acceptor' },
  accepted: { step: 'filed', role: 'duty-chief' },
  filed: { step: 'dispatched', role: 'dispatcher' },
  dispatched: { step: 'handled', role: 'department' },
  handled: { step: 'verified', role: 'grid-worker' },
  verified: { step: 'closed', role: 'duty-chief' },
  closed: null,
  refused: null,
  joined: null,
  voided: null,
} as const satisfies Record<CaseStatus, Next | null>

export interface Told {
  readonly caseFile: CaseFile
  readonly history: readonly CaseEvent[]
}

export interface Telling {
  readonly unitName: (unitId: string | null) => string | null
  /** A pass that opens a photo for a while. */
  readonly passFor: (fileId: string) => string
  /** Whether the reader is the signed-in reporter or holds the code: only they rate. */
  readonly mayRate: boolean
  /** Whether the window after closing is still open. */
  readonly mayReopen: (caseFile: CaseFile) => boolean
}

/**
 * How far a report has come, for its reporter. `into` is the case it was joined into: from then on that one's steps are
 * told, since that is what happens to the matter. Reasons between offices (returns, notes of dispatch) stay inside.
 */
export function presentFollow({ caseFile, history }: Told, into: Told | null, telling: Telling): FollowView {
  const now = into?.caseFile ?? caseFile
  const steps = stepsOf(history, telling)
  const further = into ? stepsOf(into.history, telling).filter(({ step }) => step !== 'received') : []
  return {
    caseId: caseFile.id,
    number: caseFile.number,
    status: now.status,
    title: titleOf(caseFile),
    className: now.className,
    address: caseFile.place.address,
    gridNames: [...caseFile.place.gridNames],
    reportedAt: caseFile.reportedAt,
    steps: [...steps, ...further],
    next: nextOf(now, telling),
    joinedInto: caseFile.joinedInto?.number ?? null,
    mayRate: telling.mayRate && isRateable(now),
    mayReopen: telling.mayRate && telling.mayReopen(now),
    rating: now.rating,
  }
}

export function presentMyReport(caseFile: CaseFile, unitName: Telling['unitName']): MyReport {
  const next = nextOf(caseFile, { unitName })
  return {
    caseId: caseFile.id,
    number: caseFile.number,
    status: caseFile.status,
    title: titleOf(caseFile),
    address: caseFile.place.address,
    photo: caseFile.photos[0]?.fileId ?? null,
    reportedAt: caseFile.reportedAt,
    since: caseFile.since,
    next: next && { step: next.step, role: next.role, unitName: next.unitName },
    mayRate: isRateable(caseFile),
  }
}

function isRateable({ status, rating }: CaseFile): boolean {
  return status === 'closed' && rating === null
}

function nextOf(caseFile: CaseFile, { unitName }: Pick<Telling, 'unitName'>): FollowView['next'] {
  const next = nextStep[caseFile.status]
  if (next === null) return null
  const unit = next.role === 'department' ? unitName(caseFile.unitId) : null
  return { ...next, unitName: unit, since: caseFile.since }
}

function stepsOf(history: readonly CaseEvent[], telling: Telling): Step[] {
  let unitId: string | null = null
  return history.flatMap(event => {
    if (event.type === 'case.dispatched') unitId = event.unitId
    if (event.type === 'case.ruled') unitId = event.unitId
    const told = partOf(event).reporter?.(event) ?? null
    if (told === null) return []
    const { step, role, text = null, photos = [] } = told
    const unitName = role === 'department' || step === 'dispatched' ? telling.unitName(unitId) : null
    const withPasses = photos.map(fileId => ({ fileId, pass: telling.passFor(fileId) }))
    return [{ step, role, unitName, at: event.at, text, photos: withPasses }]
  })
}
