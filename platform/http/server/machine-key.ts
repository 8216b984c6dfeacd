import type { FastifyRequest } from 'fastify'

/** Longer is no key of anybody. */
const longestKey = 200

/** The key of a machine, from `authorization: Bearer …`; null when the request brings none. */
export function machineKey(request: FastifyRequest): string | null {
  const written = /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  return written === undefined || written.length > longestKey ? null : written
}
