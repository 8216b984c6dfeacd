import type { TestProject } from 'vitest/node'
import { buildWeb } from '../tooling/build-web.ts'
import { startServer } from './start-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    address: string
  }
}

/** Builds the pages when their sources changed, and starts one program with the small town for all journeys. */
export default async function setup(project: TestProject) {
  await buildWeb()
  const server = await startServer({
    town: process.env.WANGGE_PICTURES === 'yes' ? 'demo' : 'small',
    environment: { WANGGE_CALLS_A_MINUTE: 'unlimited' },
  })
  project.provide('address', server.address)
  return () => server.stop()
}
