import type { Material } from '../materials.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Limit } from '#platform/worktime/common/index.ts'
import type { CaseFile, CasePhoto, CasePlace, CaseSource, PhotoRole } from '../case-file.ts'
import type { BothNames, ClassKind } from '#modules/catalogue/common/index.ts'
import type { EventParts, Happened } from './event-part.ts'

export interface CaseReported extends Happened {
  readonly type: 'case.reported'
  readonly caseId: string
  readonly number: string
  readonly source: CaseSource
  readonly title: string | null
  readonly description: string
  readonly place: CasePlace
  readonly photos: readonly string[]
  /** The device's own time; kept beside the server's because either may be wrong. */
  readonly madeAt: Instant | null
  /** Set when the device's clock is further off than is usual: device minus server, in seconds. */
  readonly clockOffSeconds: number | null
  /** The number it has where it came from: a higher platform, the hotline. */
  readonly foreignNumber?: string
  /** The case that this one was split off. */
  readonly parent?: { readonly caseId: string; readonly number: string }
}

export interface FiledUnder {
  readonly id: string
  readonly version: number
}

/** The seven steps: collect, file, dispatch, handle, feed back, verify and close, evaluate. */
export type MainEvent =
  | CaseReported
  | (Happened & { readonly type: 'case.accepted' })
  | (Happened & { readonly type: 'case.refused'; readonly reason: string })
  | (Happened & { readonly type: 'case.joined'; readonly into: string; readonly intoNumber: string })
  | (Happened & {
      readonly type: 'case.filed'
      readonly classKind: ClassKind
      readonly classCode: string
      /** What the class was called then: a local class may be renamed, or be adopted by a national one. */
      readonly className: BothNames
      readonly title: string | null
      /** The filing condition as it was then, and the limit that it gives; absent where none was chosen. */
      readonly condition?: FiledUnder
      readonly limit?: Limit
    })
  | (Happened & {
      readonly type: 'case.dispatched'
      readonly unitId: string
      readonly note: string | null
      readonly assistUnitIds?: readonly string[]
    })
  | (Happened & { readonly type: 'case.returned'; readonly reason: string })
  | (Happened & {
      readonly type: 'case.handled'
      readonly note: string
      /** Absent in events from before there were any. */
      readonly materials?: readonly Material[]
      readonly photos: readonly string[]
      /** The post asked to verify: on duty, by responsibility for the grid, then by distance. */
      readonly verifierPostId: string | null
    })
  | (Happened & {
      readonly type: 'case.verified'
      readonly passed: boolean
      readonly note: string | null
      readonly photos: readonly string[]
    })
  | (Happened & { readonly type: 'case.closed'; readonly note: string | null })
  | (Happened & { readonly type: 'case.reworked'; readonly reason: string })
  | (Happened & {
      readonly type: 'case.rated'
      readonly stars: number
      readonly solved: boolean
      readonly comment: string | null
    })

export const mainParts: EventParts<MainEvent> = {
  'case.reported': {
    apply() {
      throw new Error('a case is reported once')
    },
    staff: event => ({ photos: [...event.photos] }),
    reporter: event => ({ step: 'received', role: 'reporter', photos: event.photos }),
    photos: 'before',
  },
  'case.accepted': {
    apply: () => ({ status: 'accepted' }),
    staff: () => ({}),
    reporter: () => ({ step: 'accepted', role: 'acceptor' }),
    news: () => 'accepted',
  },
  'case.refused': {
    apply: () => ({ status: 'refused' }),
    staff: event => ({ reason: event.reason }),
    reporter: event => ({ step: 'refused', role: 'acceptor', text: event.reason }),
    news: () => 'refused',
  },
  'case.joined': {
    apply: (_, event) => ({ status: 'joined', joinedInto: { caseId: event.into, number: event.intoNumber } }),
    staff: event => ({ into: { caseId: event.into, number: event.intoNumber } }),
    reporter: event => ({ step: 'joined', role: 'acceptor', text: event.intoNumber }),
    news: () => 'joined',
    params: event => ({ into: event.intoNumber }),
  },
  'case.filed': {
    apply: (before, { classKind, classCode, className, title, condition = null, limit = null, postId }) => ({
      status: 'filed',
      classKind,
      classCode,
      className,
      title: title ?? before.title,
      // Whoever files first stays the operator on record, whoever else touches the case later.
      procedure: { condition, limit, claimedBy: null, registeredBy: before.procedure.registeredBy ?? postId },
    }),
    staff: event => ({ className: event.className }),
    reporter: () => ({ step: 'filed', role: 'duty-chief' }),
    news: () => 'filed',
  },
  'case.dispatched': {
    apply: (_, { unitId, by, assistUnitIds = [] }) => ({
      status: 'dispatched',
      unitId,
      dispatchedBy: by,
      procedure: {
        returnedBy: null,
        assistants: assistUnitIds.map(assistant => ({ unitId: assistant, isDone: false })),
      },
    }),
    staff: (event, names) => ({ to: names.unit(event.unitId), note: event.note }),
    reporter: () => ({ step: 'dispatched', role: 'dispatcher' }),
    news: () => 'dispatched',
    unitIds: event => [event.unitId],
  },
  'case.returned': {
    apply: before => ({
      status: 'filed',
      unitId: null,
      procedure: { returnedBy: before.unitId, assistants: [], extension: null },
    }),
    staff: event => ({ reason: event.reason }),
    reporter: () => ({ step: 'returned', role: 'department' }),
    news: () => 'returned',
    back: (_, before) => ({ personId: before.dispatchedBy, kind: 'returned-to-you' }),
  },
  'case.handled': {
    apply: (before, event) => ({
      status: 'handled',
      postId: event.verifierPostId,
      handledBy: event.by,
      photos: withPhotos(before, event.photos, 'after'),
      procedure: { extension: null },
    }),
    staff: (event, names) => ({
      note: event.note,
      materials: [...(event.materials ?? [])],
      photos: [...event.photos],
      to: names.post(event.verifierPostId)?.title ?? null,
    }),
    reporter: event => ({ step: 'handled', role: 'department', text: event.note, photos: event.photos }),
    news: () => 'handled',
    photos: 'after',
    postIds: event => [event.verifierPostId],
  },
  'case.verified': {
    apply(before, event) {
      const photos = withPhotos(before, event.photos, 'verify')
      return event.passed
        ? { status: 'verified', photos }
        : { status: 'dispatched', photos, reworkCount: before.reworkCount + 1 }
    },
    staff(event) {
      const photos = [...event.photos]
      return event.passed ? { note: event.note, photos } : { type: 'not-passed', reason: event.note, photos }
    },
    reporter: event =>
      event.passed
        ? { step: 'verified', role: 'grid-worker', text: event.note, photos: event.photos }
        : { step: 'again', role: 'grid-worker' },
    news: event => (event.passed ? 'verified' : 'again'),
    back: (event, before) => (event.passed ? null : { personId: before.handledBy, kind: 'again-for-you' }),
    photos: 'verify',
  },
  'case.closed': {
    apply: (_, event) => ({ status: 'closed', procedure: { closedAt: event.at } }),
    staff: event => ({ note: event.note }),
    reporter: event => ({ step: 'closed', role: 'duty-chief', text: event.note }),
    news: () => 'closed',
  },
  'case.reworked': {
    apply: before => ({ status: 'dispatched', reworkCount: before.reworkCount + 1 }),
    staff: event => ({ reason: event.reason }),
    reporter: () => ({ step: 'again', role: 'duty-chief' }),
    news: () => 'again',
    back: (_, before) => ({ personId: before.handledBy, kind: 'again-for-you' }),
  },
  'case.rated': {
    apply: (_, { stars, solved, comment }) => ({ rating: { stars, solved, comment } }),
    staff: event => ({ note: event.comment, rating: { stars: event.stars, solved: event.solved } }),
    back: (_, before) => ({ personId: before.handledBy, kind: 'rated' }),
    params: event => ({ stars: event.stars }),
  },
}

export function withPhotos(before: CaseFile, fileIds: readonly string[], role: PhotoRole): CasePhoto[] {
  return [...before.photos, ...fileIds.map(fileId => ({ fileId, role }))]
}
