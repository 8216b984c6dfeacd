import type { RefusalKind } from '../../kernel/common/refusal.ts'

/** The only place that knows HTTP numbers. Anything that is not a refusal is a 500. */
export const statusOf = {
  invalid: 400,
  unauthenticated: 401,
  'not-allowed': 403,
  'not-found': 404,
  'wrong-method': 405,
  conflict: 409,
  'too-late': 409,
  'too-large': 413,
  'too-many': 429,
} as const satisfies Record<RefusalKind, number>
