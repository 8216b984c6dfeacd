import type { Client } from '../../contract/common/client.ts'
import { instantOf } from '../../kernel/common/instant.ts'
import type { OutboxEvent } from '../common/after.ts'
import { Drafts } from './drafts.ts'
import { KeptAnswers } from './kept-answers.ts'
import type { OfflineModule, WaitingCommand } from './offline-module.ts'
import { OutboxEngine } from './outbox-engine.ts'
import { type Line, sendCommand, sendPiece } from './sending.ts'
import { Stock } from './stock.ts'
import type { Vault } from './vault.ts'

/** Everything that can be read and done here while somebody's vault is open. */
export interface Opened {
  readonly vault: Vault
  readonly answers: KeptAnswers
  readonly engine: OutboxEngine
  readonly drafts: Drafts
  readonly stock: Stock
}

export interface OpeningWorld {
  readonly modules: readonly OfflineModule[]
  /** Asked for by the query with this name: who is signed in. */
  readonly whoIs: string
  readonly client: Client
  readonly line: Line
  /** Told each answer of the server to the outbox. */
  readonly onAnswer: (answer: unknown) => void
  readonly onEvent: (event: OutboxEvent) => void
  readonly onStocked: () => void
}

/** Who is signed in is known for so long without the server, so that the work goes on after days offline. */
const whoIsHours = 24 * 14

/** Undefined for what an older app made and this one no longer does: it is sent as it is, and the server says. */
export function ruleOf(modules: readonly OfflineModule[], command: string): WaitingCommand | undefined {
  return modules.flatMap(({ commands }) => commands).find(one => one.command === command)
}

/** Opens a vault: sweeps what is past its time, reads drafts and outbox, and forgets photos that belong to nothing. */
export async function openVault(vault: Vault, world: OpeningWorld): Promise<Opened> {
  const { modules, line } = world
  const answers = new KeptAnswers(vault, [
    { query: world.whoIs, version: 1, hours: whoIsHours },
    ...modules.flatMap(module => module.answers),
  ])
  await answers.sweep().catch(() => {})
  const drafts = await Drafts.open(vault)
  const engine = await OutboxEngine.open({
    vault,
    commands: modules.flatMap(({ commands }) => commands),
    command: async item => {
      const rule = ruleOf(modules, item.command)
      const input = rule?.atSending?.(item.input as never, instantOf(Date.now())) ?? item.input
      const answered = await sendCommand(line, { ...item, input })
      world.onAnswer(answered.answer)
      return answered
    },
    photo: async photo => {
      const arrived = await sendPiece(line, vault, photo)
      world.onAnswer(arrived)
      return arrived
    },
    chance: Math.random,
    onEvent: event => world.onEvent(event),
  })
  const stock = new Stock({ vault, answers, client: world.client, modules, fetch: line.fetch })
  stock.subscribe(() => world.onStocked())
  await removeOrphans(vault, drafts, engine)
  return { vault, answers, engine, drafts, stock }
}

/** Photos of forms that were never sent and of drafts that are gone. */
async function removeOrphans(vault: Vault, drafts: Drafts, engine: OutboxEngine): Promise<void> {
  const used = new Set([...engine.snapshot().photos.map(({ id }) => id), ...drafts.photoIds()])
  const orphans = (await vault.ids('bytes')).filter(id => !used.has(id))
  await vault.write(orphans.map(id => ({ kind: 'bytes', id, value: null }))).catch(() => {})
}
