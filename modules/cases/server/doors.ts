import type { Subject, Work } from '#platform/commands/server/command.ts'
import { filesGoAlong } from '#platform/files/server/attach.ts'
import { isRefusal, type Refusal } from '#platform/kernel/common/refusal.ts'
import type { CaseEvent, CasePlace, CaseSource } from '../common/case-file.ts'
import { stamp } from '../common/deciding.ts'
import { decideRaise } from '../common/procedure/oversight.ts'
import { refuse } from '../common/refusals.ts'
import { requiredText } from '../common/texts.ts'
import { attachPhotos } from './attach-photos.ts'
import { CaseWriter } from './case-store.ts'
import { numberedBy } from './number-store.ts'
import { takeReceipt } from './receipt-store.ts'
import { followCodeFor, followCodeHash } from './follow-code.ts'
import { ReporterWriter } from './reporter-store.ts'
import { type CasesWork, Steps } from './step.ts'
import type { Surroundings } from './surroundings.ts'

/** A case that begins in another module's unit of work: from a call, a diary, a sensor, a sheet. */
export interface Opening {
  /** Made by the caller. The same id again is the same case. */
  readonly caseId: string
  readonly source: CaseSource
  readonly title: string | null
  readonly description: string
  readonly place: CasePlace
  /** The number it has where it comes from. */
  readonly foreignNumber?: string
  readonly reporter?: { readonly name: string | null; readonly phone: string | null }
  /** Uploaded before by whoever acts. */
  readonly photos?: readonly string[]
  /** The thing of which it comes: its photos go along. Whoever acts may see it. */
  readonly photosOf?: Subject
}

type Around = Pick<Surroundings, 'grids' | 'secrets' | 'followKey' | 'procedure' | 'clocks'>
type OpenTrouble = Refusal<'cases/text-missing' | 'cases/text-too-long' | 'cases/case-id-taken'>

/** The caller's unit of work, seen with the tables of cases. */
function inCases<T>(work: Work<T>): CasesWork {
  return work as unknown as CasesWork
}

export async function openCase<T>(around: Around, callersWork: Work<T>, opening: Opening) {
  const work = inCases(callersWork)
  const { caseId, source, title, place, foreignNumber, reporter, photosOf } = opening
  const description = requiredText('description', opening.description)
  if (isRefusal(description)) return description as OpenTrouble
  const codeHash = followCodeHash(around.followKey, caseId, followCodeFor(around.followKey, caseId))
  const receipt = { caseId, actorId: work.actor.personId, requestId: caseId, inputHash: '', codeHash }
  const taken = await takeReceipt(work.tx, receipt, numberedBy(around.grids, place, work.now))
  if (typeof taken === 'string') return refuse['case-id-taken']() as OpenTrouble
  const own = opening.photos ?? []
  const trouble = await attachPhotos(work, caseId, 'before', own)
  if (trouble) return trouble
  const going = { to: { kind: 'case', id: caseId }, role: 'before', now: work.now }
  const along = photosOf ? await filesGoAlong(work.tx as never, { from: photosOf, ...going }) : []
  const photos = [...own, ...along]
  const begun = new Steps(around).begin(work, {
    ...{ caseId, number: taken.number, source, title, description, place, photos, madeAt: null, clockOffSeconds: null },
    ...(foreignNumber === undefined ? {} : { foreignNumber }),
  })
  if (reporter && (reporter.name !== null || reporter.phone !== null)) {
    await new ReporterWriter(work.tx, around.secrets).add(caseId, reporter)
  }
  return { caseId, number: begun.number }
}

export interface Note {
  /** Whose word it is: `order`, `call-back`, `whistle`. */
  readonly kind: string
  readonly text: string
  /** The thing of that module, so that its page can be opened. */
  readonly ref: string | null
}

/** Puts something of a higher module into the case's history; whoever may see the case may be told so by its module. */
export async function noteOnCase<T>(
  around: Pick<Surroundings, 'procedure' | 'clocks'>,
  callersWork: Work<T>,
  caseId: string,
  { kind, text, ref }: Note,
) {
  const work = inCases(callersWork)
  const cases = new CaseWriter(work.tx, work.actor)
  const caseFile = await cases.take(caseId)
  if (!caseFile) return refuse['not-found']()
  const event: CaseEvent = { type: 'case.noted', ...stamp(work), kind, note: text, ref }
  return new Steps(around).write(work, cases, caseFile, event)
}

/** Raises a case a level by the rules of raising, inside another module's unit of work. */
export async function raiseOpened<T>(
  around: Pick<Surroundings, 'procedure' | 'clocks'>,
  callersWork: Work<T>,
  caseId: string,
  reason: string,
) {
  const work = inCases(callersWork)
  const steps = new Steps(around)
  const cases = new CaseWriter(work.tx, work.actor)
  const caseFile = await cases.take(caseId)
  if (!caseFile) return refuse['not-found']()
  const event = decideRaise(caseFile, { ...steps.deciding(work), seen: caseFile.version }, reason)
  return isRefusal(event) ? event : steps.write(work, cases, caseFile, event)
}
