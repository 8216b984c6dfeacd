import type { FastifyReply } from 'fastify'
import type { Instant } from '../../kernel/common/instant.ts'

export const sessionCookie = 'wangge_session'

export interface OpenedSession {
  readonly token: string
  readonly expiresAt: Instant
}

/** The token travels only in a cookie that no script can read; the body of the answer never holds it. */
export function openSession(reply: FastifyReply, session: OpenedSession, secure: boolean): void {
  reply.setCookie(sessionCookie, session.token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    expires: new Date(session.expiresAt),
  })
}

export function closeSession(reply: FastifyReply): void {
  reply.clearCookie(sessionCookie, { path: '/' })
}
