import type { Instant } from '#platform/kernel/common/instant.ts'
import type { ClientKind } from '../common/client.ts'

/** The rows of this module; they stay inside its stores. */
export interface ExchangeTables {
  'exchange.client': {
    id: string
    name: string
    kind: ClientKind
    grid_path: string | null
    repeat_minutes: number
    key_hash: Buffer
    key_hint: string
    created_at: Instant
    created_by: string
    revoked_at: Instant | null
    revoked_by: string | null
  }
  'exchange.event': {
    client_id: string
    event_id: string
    at: Instant
    happened_at: Instant | null
    device: string | null
    signal: string | null
    case_id: string
    case_number: string
    is_repeat: boolean
  }
}
