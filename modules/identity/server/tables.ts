import type { Generated } from 'kysely'
import type { PlacedRow } from '#platform/authz/server/visible-where.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Scope } from '../common/roles.ts'
import type { LockKind } from '../common/lock-out.ts'

export type SessionEnd = 'signed-out' | 'signed-in-again' | 'revoked' | 'password-changed' | 'codes-reset' | 'disabled'

/** The rows of this module; they stay inside its stores. */
export interface IdentityTables {
  'identity.installation': { only_row: Generated<boolean>; demo: boolean; at: Instant }
  'identity.person': { id: string; name: string; staff: boolean; created_at: Instant }
  'identity.account': {
    person_id: string
    login: string
    password_hash: string
    password_set_at: Instant
    must_change_password: boolean
    totp_secret: Buffer | null
    totp_on_at: Instant | null
    totp_last_step: number | null
    last_post_id: string | null
    last_sign_in_at: Instant | null
    disabled_at: Instant | null
  }
  'identity.password_history': { person_id: string; set_at: Instant; password_hash: string }
  'identity.unit': { id: string; parent_id: string | null; name: string; kind: string; created_at: Instant }
  'identity.role': { code: string; name: string; version: Generated<number>; changed_at: Instant }
  'identity.role_permission': { role_code: string; permission: string; scope: Scope }
  'identity.role_offer': { role_code: string; permission: string; scope: Scope; at: Instant }
  'identity.post': {
    id: string
    title: string
    unit_id: string
    role_code: string
    grid_path: string | null
    created_at: Instant
  }
  'identity.appointment': {
    id: string
    post_id: string
    person_id: string
    from_at: Instant
    until_at: Instant | null
  }
  'identity.substitution': {
    id: string
    post_id: string
    person_id: string
    from_at: Instant
    until_at: Instant
    reason: string
    arranged_by: string
    arranged_at: Instant
    ended_at: Instant | null
  }
  'identity.session': {
    id: string
    token_hash: Buffer
    person_id: string
    post_id: string | null
    started_at: Instant
    last_seen_at: Instant
    expires_at: Instant
    address: string | null
    device: string | null
    ended_at: Instant | null
    ended_because: SessionEnd | null
  }
  'identity.device': {
    device_id: string
    person_id: string
    label: string | null
    token_hash: Buffer
    secret: Buffer | null
    session_id: string | null
    first_opened_at: Instant
    last_contact_at: Instant
    wipe_asked_at: Instant | null
    wipe_asked_by: string | null
    wiped_at: Instant | null
  }
  'identity.attempt': {
    id: string
    kind: LockKind
    key: string
    failures: number
    last_failure_at: Instant
    locked_until: Instant | null
  }
  'identity.setup_token': { token_hash: Buffer; made_at: Instant }
  'identity.demo_login': {
    login: string
    position: number
    persona: string
    title_zh: string
    title_en: string
    password: string
    app: 'office' | 'field' | 'portal'
  }
  'identity.staffed_post': PlacedRow & {
    id: string
    post_id: string
    title: string
    unit_id: string
    unit_name: string
    role_code: string
    role_name: string
    appointment_id: string | null
    person_id: string | null
    held_since: Instant | null
    person_name: string | null
  }
}
