import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { describeModules } from '#apps/server/modules.ts'
import { offlineProtocol } from '#platform/offline/common/protocol.ts'
import { offlineModules } from '#apps/field/offline-modules.ts'

/**
 * By protocol: the hash of all that phone and server must understand the same way. A new optional field changes the hash
 * and not the protocol: put the new hash here. Anything else raises `offlineProtocol.now`, gets a line in its history,
 * and brings `steps` in the module's `field/offline.ts` for what older apps have made.
 */
const hashes: Readonly<Record<number, string>> = {
  1: 'b2858d6422bb20d8ac19b22c4acd74cf',
}

const commands = offlineModules.flatMap(module => module.commands)

/** Names, kinds and what is demanded; how long a text may be is a setting and no part of the protocol. */
function shapeOf(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(shapeOf)
  if (typeof schema !== 'object' || schema === null) return schema
  const parts = ['type', 'required', 'enum', 'const', 'items', 'anyOf', 'oneOf'] as const
  const { properties, ...rest } = schema as Record<string, unknown>
  return {
    ...Object.fromEntries(parts.flatMap(part => (part in rest ? [[part, shapeOf(rest[part])]] : []))),
    ...(properties
      ? { properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, shapeOf(one)])) }
      : {}),
  }
}

test('the protocol is what its number says', () => {
  const byName = new Map(
    describeModules().flatMap(module => module.commands.map(({ endpoint }) => [endpoint.name, endpoint] as const)),
  )
  const inputs = commands
    .map(({ command }) => command)
    .sort()
    .map(name => {
      const endpoint = byName.get(name)
      if (!endpoint) throw new Error(`${name} waits on phones and is no command of the server`)
      return [name, shapeOf(z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any' }))]
    })
  const hash = createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 32)
  expect(hash).toBe(hashes[offlineProtocol.now])
})

test('every protocol that is still accepted has its hash on record', () => {
  const oldest = Math.max(1, offlineProtocol.now - offlineProtocol.olderAccepted)
  for (let protocol = oldest; protocol <= offlineProtocol.now; protocol++) expect(hashes[protocol]).toBeDefined()
})

test('each command that may wait is named once and has words in both languages', () => {
  const names = commands.map(({ command }) => command)
  expect(new Set(names).size).toBe(names.length)
  for (const { messages, commands: own } of offlineModules) {
    for (const { command } of own) {
      expect(messages['zh-CN'][`outbox.${command}`], command).toBeTruthy()
      expect(messages.en[`outbox.${command}`], command).toBeTruthy()
    }
  }
})
