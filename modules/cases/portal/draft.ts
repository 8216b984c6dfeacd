import type { UploadedFile } from '#platform/ui/ui/index.ts'
import { textLimits } from '../common/limits.ts'

/** A report being written. Kept on the device until it is sent, with the ids that make a repeat the same report. */
export interface Draft {
  readonly requestId: string
  readonly caseId: string
  readonly description: string
  readonly point: { readonly lon: number; readonly lat: number; readonly accuracyMetres: number } | null
  readonly gridNames: readonly string[] | null
  readonly street: string
  readonly landmark: string
  readonly photos: readonly UploadedFile[]
}

/** Who reports stays in memory only: the next person at this device must not find it. */
export interface Contact {
  readonly name: string
  readonly phone: string
}

export const noContact: Contact = { name: '', phone: '' }

export function newDraft(newId: () => string): Draft {
  const ids = { requestId: newId(), caseId: newId() }
  return { ...ids, description: '', point: null, gridNames: null, street: '', landmark: '', photos: [] }
}

export function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false
  const draft = value as Record<string, unknown>
  const texts = ['requestId', 'caseId', 'description', 'street', 'landmark']
  return texts.every(name => typeof draft[name] === 'string') && Array.isArray(draft.photos)
}

export function isUntouched(draft: Draft): boolean {
  return !draft.description && !draft.point && !draft.street && !draft.landmark && draft.photos.length === 0
}

export const hasWords = (draft: Draft): boolean => draft.description.trim() !== ''
export const fitsWords = (draft: Draft): boolean => draft.description.length <= textLimits.description
export const hasPlace = (draft: Draft): boolean =>
  draft.point !== null || draft.street.trim() !== '' || draft.landmark.trim() !== ''

/** Street and landmark as one line; how they are joined is a matter of language. */
export function addressOf(
  { street, landmark }: Pick<Draft, 'street' | 'landmark'>,
  join: { both: (street: string, landmark: string) => string; landmark: (landmark: string) => string },
): string {
  const [at, near] = [street.trim(), landmark.trim()]
  if (at && near) return join.both(at, near)
  return near ? join.landmark(near) : at
}

/** What is sent. `madeAt` is the device's time; the server keeps its own beside it. */
export function reportInput(draft: Draft, contact: Contact, address: string, madeAt: string) {
  const [name, phone] = [contact.name.trim(), contact.phone.trim()]
  return {
    caseId: draft.caseId,
    source: 'resident' as const,
    description: draft.description.trim(),
    photos: draft.photos.map(photo => photo.fileId),
    madeAt,
    ...(draft.point ? { place: draft.point } : {}),
    ...(address ? { address } : {}),
    ...(name || phone ? { reporter: { ...(name ? { name } : {}), ...(phone ? { phone } : {}) } } : {}),
  }
}
