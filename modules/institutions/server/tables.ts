import type { Generated } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { InstitutionKind } from '../common/institution.ts'

/** The rows of this module; they stay inside its store. */
export interface InstitutionsTables {
  'institutions.document': {
    id: string
    number: string
    kind: InstitutionKind
    grid_path: string
    repealed_from: string | null
    repeal_reason: string | null
    replaced_by: string | null
  }
  'institutions.version': {
    document_id: string
    version: number
    title: string
    body: string
    in_force_from: string
    in_force_until: string | null
    areas: readonly string[]
    reader_roles: readonly string[]
    reader_grid: string | null
    /** Photos and papers that belong to the wording, in their order. */
    files: Generated<readonly string[]>
    asks_again: boolean
    change_note: string
    made_at: Instant
    made_by: string
    words: string
  }
  'institutions.acknowledgement': {
    document_id: string
    version: number
    person_id: string
    post_id: string | null
    at: Instant
  }
}
