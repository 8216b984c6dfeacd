import type { IncomingHttpHeaders } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Edge } from './edge.ts'

/** A database that says nothing for so long (its machine is gone, its disk stands still) is as good as none. */
const patienceMs = 2000

/** `/healthz`: the program runs. `/readyz`: it can reach its database. `/metrics`: numbers for Prometheus, loopback only. */
export function openHealth(app: FastifyInstance, edge: Edge): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const answered = new Histogram({
    name: 'wangge_http_seconds',
    help: 'Time to answer by route, method and status',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const labels = { route: request.routeOptions.url ?? 'unknown', method: request.method, status: reply.statusCode }
    answered.observe(labels, reply.elapsedTime / 1000)
  })

  app.get('/healthz', async () => ({ ok: true }))
  app.get('/readyz', async (_request, reply) => {
    const answers = sql`select 1`.execute(edge.db.read()).then(
      () => true,
      () => false,
    )
    const ready = await Promise.race([answers, sleep(patienceMs, false, { ref: false })])
    return reply.status(ready ? 200 : 503).send({ ready })
  })
  app.get('/metrics', async (request, reply) => {
    if (!isLoopback(request.socket.remoteAddress) || cameThroughProxy(request.headers)) return reply.callNotFound()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

/** A proxy on this machine comes from here as well, and asks for somebody who is not. */
const cameThroughProxy = (headers: IncomingHttpHeaders): boolean =>
  ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'].some(name => headers[name] !== undefined)

function isLoopback(address: string | undefined): boolean {
  return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1'
}
