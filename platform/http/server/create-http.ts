import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { fieldWords } from '../../commands/common/field-words.ts'
import { commandMessages } from '../../commands/common/messages.ts'
import { refuse } from '../../commands/common/refusals.ts'
import { localeFrom } from '../../i18n/common/translate.ts'
import { newId } from '../../kernel/server/new-id.ts'
import type { Edge } from './edge.ts'
import { objectionToOrigin, openEndpoints, refused, senderOf } from './endpoints.ts'
import { openHealth } from './health.ts'
import { answerNoRequest } from './no-request.ts'
import { answerNotThere } from './not-there.ts'
import { Sentences } from './refusal-answer.ts'

/** The longest a JSON body may be. Photos have their own way in. */
const bodyLimitBytes = 256 * 1024
/** A photo of 15 MB over a poor line takes minutes; who sends a byte now and then holds a connection no longer. */
const longestArrivalMilliseconds = 300_000

/** The HTTP edge: every endpoint of every module, the routes they bring, health, and nothing that is not asked for. */
export async function createHttp(edge: Edge): Promise<FastifyInstance> {
  const { settings } = edge
  const sentences = new Sentences([fieldWords, commandMessages, ...edge.modules.map(module => module.messages)])
  const app = Fastify({
    loggerInstance: settings.logger,
    bodyLimit: bodyLimitBytes,
    trustProxy: settings.trustProxy,
    genReqId: () => newId(),
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 200 },
    requestTimeout: longestArrivalMilliseconds,
    // An address that no address can be (`/%ff`), before any hook has run.
    frameworkErrors: (_error, request, reply) => {
      refused(request as FastifyRequest, reply as FastifyReply, sentences, refuse['no-such-address']())
    },
    clientErrorHandler: answerNoRequest(sentences),
  }) as FastifyInstance

  await app.register(cookie)
  const headers = Object.entries(await securityHeaders(settings.secure))
  app.addHook('onRequest', (request, { raw }, done) => {
    // On the answer itself, so that a stream that takes it over has them as well.
    for (const [name, value] of headers) raw.setHeader(name, value)
    raw.setHeader('x-request-id', request.id)
    done()
  })
  await app.register(compress, { globalCompression: true, threshold: 1024 })
  if (settings.callsAMinute !== null) {
    await app.register(rateLimit, {
      global: true,
      max: settings.callsAMinute,
      timeWindow: 60_000,
      errorResponseBuilder: (_request, context) => new TooMany(Math.ceil(context.ttl / 1000)),
    })
  }
  answerErrors(app, sentences)
  answerNotThere(app, sentences)
  openHealth(app, edge)
  openEndpoints(app, edge, sentences)
  const doors = {
    who: (request: Parameters<typeof senderOf>[1]) => senderOf(edge, request),
    refuse: (...[request, reply, refusal]: RefuseArguments) => refused(request, reply, sentences, refusal),
    objectionToOrigin,
  }
  for (const module of edge.modules) await module.routes?.(app, doors)
  logRequests(app)
  return app
}

type RefuseArguments = [Parameters<typeof refused>[0], Parameters<typeof refused>[1], Parameters<typeof refused>[3]]

class TooMany extends Error {
  readonly statusCode = 429
  readonly seconds: number
  constructor(seconds: number) {
    super('too many requests')
    this.seconds = seconds
  }
}

const ofEveryAnswer = new Set(['connection', 'content-length', 'content-type', 'date'])

/** What helmet says, asked once: for each answer it would put the same together anew. */
async function securityHeaders(secure: boolean): Promise<Record<string, string>> {
  const asked = Fastify()
  await asked.register(helmet, securityPolicy(secure))
  asked.get('/', async () => '')
  const { headers } = await asked.inject('/')
  await asked.close()
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (ofEveryAnswer.has(name) ? [] : [[name, String(value)]])),
  )
}

function securityPolicy(secure: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        // antd writes style elements; nothing else needs it, and styles cannot run.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'worker-src': ["'self'", 'blob:'],
        'object-src': ["'none'"],
        'base-uri': ["'self'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        ...(secure ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' as const },
    crossOriginEmbedderPolicy: false,
  }
}

/** A fault is logged whole and shown as a number; a refusal of the edge gets its sentence. */
function answerErrors(app: FastifyInstance, sentences: Sentences): void {
  app.setErrorHandler((error: FastifyError | TooMany, request, reply) => {
    if (error instanceof TooMany) {
      return refused(request, reply, sentences, refuse['too-many']({ seconds: error.seconds }))
    }
    const status = error.statusCode ?? 500
    if (status === 413) {
      return refused(
        request,
        reply,
        sentences,
        refuse['too-large']({ limit: `${(request.routeOptions.bodyLimit ?? bodyLimitBytes) / 1024} kB` }),
      )
    }
    if (status >= 400 && status < 500) {
      return refused(request, reply, sentences, refuse['not-readable']())
    }
    request.log.error({ event: 'http.fault', requestId: request.id, route: request.routeOptions.url, err: error })
    const locale = localeFrom(request.headers['accept-language'])
    return reply
      .status(500)
      .send({ fault: true, requestId: request.id, message: sentences.text('fault', locale, { requestId: request.id }) })
  })
}

/** One line per request: route, never the address with its parameters, which may name a person. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    const milliseconds = Math.round(reply.elapsedTime)
    request.log.info({
      event: 'http.answered',
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      milliseconds,
    })
  })
}
