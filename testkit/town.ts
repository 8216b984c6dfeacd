import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { afterAll, inject } from 'vitest'
import { type Program, startProgram } from '#apps/server/program.ts'
import { type Client, createClient } from '#platform/contract/common/client.ts'
import { fixedKeys } from '#platform/crypto/server/index.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { demoPassword } from '#town/people/personas.ts'
import { TestClock } from './clock.ts'
import { freshDatabase } from './database.ts'
import { keysFrom, townNow, townTemplate } from './town-setup.ts'

/** Somebody of the town at their screen: the typed client with their session. */
export interface Neighbour extends Client {
  readonly login: string
  /** The cookie, for requests that go past the client. */
  readonly cookie: string
}

/** The small town, running in this process, spoken to through the real contract. */
export interface Town {
  readonly app: FastifyInstance
  readonly program: Program
  readonly db: Db
  readonly clock: TestClock
  readonly ownerUrl: string
  readonly jobs: {
    /** Puts a job in as the clock would. */
    send(name: string, data?: object): Promise<void>
    /** Runs what waits until nothing is left, and says how many ran; a job that fails is thrown. */
    drain(): Promise<number>
  }
  /** Signs a persona in (see `town/people/personas.ts`). */
  as(login: string): Promise<Neighbour>
  /** Somebody who has not signed in: a resident at the portal. */
  nobody(): Neighbour
}

/** Builds a town of its own for one test file. Call it at the top level of a `.db.test.ts` or `.api.test.ts`. */
export async function buildTown(): Promise<Town> {
  const { appUrl, ownerUrl, db } = await freshDatabase(townTemplate)
  const folder = await mkdtemp(join(tmpdir(), 'wangge-town-'))
  const clock = new TestClock(townNow)
  const log = pino({ level: 'error' })
  const program = await startProgram({
    appUrl,
    folder,
    keys: fixedKeys(keysFrom(inject('testKeys'))),
    clock,
    roles: ['web'],
    edge: { secure: false, trustProxy: false, callsAMinute: null, logger: log },
    log,
    basemapFile: null,
    connections: 5,
  })
  afterAll(async () => {
    await program.close()
    await rm(folder, { recursive: true, force: true })
  })
  const { app, queue } = program
  const handlers = program.modules.flatMap(module => module.jobs)
  return {
    app,
    program,
    db,
    clock,
    ownerUrl,
    jobs: {
      send: (name, data = {}) => db.unitOfWork(tx => queue.enqueue(tx, { name, data })),
      drain: () => queue.drain(handlers),
    },
    nobody: () => neighbour(app, 'nobody', ''),
    as: async login => neighbour(app, login, await signIn(app, login)),
  }
}

async function signIn(app: FastifyInstance, login: string): Promise<string> {
  const reply = await app.inject({
    method: 'POST',
    url: '/api/identity.sign-in',
    headers: { 'idempotency-key': newId(), 'x-wangge': '1', 'content-type': 'application/json' },
    payload: { login, password: demoPassword },
  })
  const body: unknown = reply.json()
  const cookie = reply.cookies.find(found => found.name === 'wangge_session')
  if (isRefusal(body) || !cookie) throw new Error(`${login} cannot sign in: ${reply.body}`)
  return `wangge_session=${cookie.value}`
}

function neighbour(app: FastifyInstance, login: string, cookie: string): Neighbour {
  const client = createClient({
    newId,
    locale: () => 'zh-CN',
    async fetch(url, { method, headers, body }) {
      const sent = { ...headers, ...(cookie ? { cookie } : {}) }
      const reply = await app.inject({
        method: method as 'GET' | 'POST',
        url,
        headers: sent,
        ...(body === undefined ? {} : { payload: body }),
      })
      return { status: reply.statusCode, json: async () => reply.json() as unknown }
    },
  })
  return { ...client, login, cookie }
}

/** For the happy way of a test: the answer, or an error that names the refusal. */
export function done<A>(answer: A): Exclude<A, { refused: true }> {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.detail)}`)
  return answer as Exclude<A, { refused: true }>
}
