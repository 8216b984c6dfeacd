import type {
  acceptCase,
  dispatchCase,
  fileCase,
  handleCase,
  listCases,
  listUnits,
  reportCase,
} from '#modules/cases/common/index.ts'
import type { Client } from '#platform/contract/common/client.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { must, signIn } from './caller.ts'

/** As many people work at the same moment; `AT_ONCE` tries others. */
export const atOnce = Number(process.env.AT_ONCE ?? 16)

/** The people of one lifecycle, each signed in. */
export interface Desk {
  readonly worker: Client
  readonly chief: Client
  readonly dispatcher: Client
  readonly handler: Client
  readonly unitId: string
}

/** Some metres from one another: a thousand matters at one point are a case of their own, and not this one. */
export const pointOf = (n: number) => ({ lon: 113.7 + (n % 100) / 10_000, lat: 34.76 + (n % 77) / 10_000 })

async function lifecycle({ worker, chief, dispatcher, handler, unitId }: Desk, n: number): Promise<void> {
  const caseId = newId()
  const place = { ...pointOf(n), frame: 'wgs84' as const }
  const description = `bench ${n} 路边暴露垃圾`
  must(await worker.command<typeof reportCase>('cases.report', { caseId, source: 'worker', description, place }))
  must(await chief.command<typeof acceptCase>('cases.accept', { caseId, version: 1 }))
  const filing = { caseId, version: 2, classKind: 'event' as const, classCode: '06010' }
  must(await chief.command<typeof fileCase>('cases.file', filing))
  must(await dispatcher.command<typeof dispatchCase>('cases.dispatch', { caseId, version: 3, unitId }))
  must(await handler.command<typeof handleCase>('cases.handle', { caseId, version: 4, note: '已清理' }))
  must(await chief.query<typeof listCases>('cases.list', { text: '垃圾', status: ['handled'], limit: 20 }))
}

export async function run(desk: Desk, count: number): Promise<{ milliseconds: number[]; seconds: number }> {
  const milliseconds: number[] = []
  let next = 0
  const started = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < count) {
        const began = performance.now()
        await lifecycle(desk, next++)
        milliseconds.push(performance.now() - began)
      }
    }),
  )
  return { milliseconds, seconds: (performance.now() - started) / 1000 }
}

export async function openDesk(address: string): Promise<Desk> {
  const [worker, chief, dispatcher, handler] = await Promise.all(
    ['grid-worker', 'duty-chief', 'dispatcher', 'handler'].map(login => signIn(address, login)),
  )
  const { units } = must(await dispatcher!.query<typeof listUnits>('cases.units', {}))
  const unit = units.find(found => found.name.includes('环境卫生'))
  if (!unit) throw new Error('the town has no sanitation unit')
  return { worker: worker!, chief: chief!, dispatcher: dispatcher!, handler: handler!, unitId: unit.unitId }
}
