import type { Instant } from '#platform/kernel/common/instant.ts'
import type { AssignmentKind, BodyKind, BodyRole } from '../common/body.ts'

/** The rows of this module; they stay inside its store. */
export interface PostsTables {
  'posts.body': {
    id: string
    kind: BodyKind
    name: string
    grid_path: string
    duties: string
    valid_from: string
    valid_to: string | null
  }
  'posts.body_member': {
    id: string
    body_id: string
    name: string
    post_id: string | null
    role: BodyRole
    term_from: string
    term_until: string | null
    left_on: string | null
  }
  'posts.assignment': {
    id: string
    post_id: string
    kind: AssignmentKind
    grid_path: string
    target: string
    valid_from: string
    valid_to: string | null
  }
  'posts.vacancy_warning': { post_id: string; vacant_since: Instant; told_person: string; at: Instant }
}
