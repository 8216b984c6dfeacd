import { command } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { hashOfKey, hintOf, newKey } from '../client-key.ts'
import { addClient, changeClient, takeClient } from '../client-store.ts'
import type { Surroundings } from '../surroundings.ts'
import type { ExchangeWork } from './report-event.ts'

const subjectOf = ({ clientId }: { readonly clientId: string }) => ({ kind: 'exchange-client', id: clientId })

export const createClient = ({ places, settings }: Pick<Surroundings, 'places' | 'settings'>) =>
  command(contract.createClient, {
    subject: subjectOf,
    async run({ tx, actor, now }: ExchangeWork, { clientId, name, kind, gridPath, repeatMinutes }) {
      if (gridPath !== undefined && places.names(gridPath).length === 0) return refuse['no-such-grid']()
      const key = newKey()
      const added = await addClient(tx, {
        ...{ id: clientId, name, kind, grid_path: gridPath ?? null },
        repeat_minutes: repeatMinutes ?? settings(now).repeatMinutes,
        ...{ key_hash: hashOfKey(key), key_hint: hintOf(key) },
        ...{ created_at: now, created_by: actor.personId, revoked_at: null, revoked_by: null },
      })
      return added ? { clientId, key } : refuse['client-id-taken']()
    },
  })

export const setWindow = command(contract.setWindow, {
  subject: subjectOf,
  async run({ tx }: ExchangeWork, { clientId, repeatMinutes }) {
    const client = await takeClient(tx, clientId)
    if (!client || client.revoked_at !== null) return refuse['no-such-client']()
    await changeClient(tx, clientId, { repeat_minutes: repeatMinutes })
    return { clientId }
  },
})

export const revokeClient = command(contract.revokeClient, {
  subject: subjectOf,
  async run({ tx, actor, now }: ExchangeWork, { clientId }) {
    const client = await takeClient(tx, clientId)
    if (!client) return refuse['no-such-client']()
    if (client.revoked_at !== null) return refuse['already-revoked']()
    await changeClient(tx, clientId, { revoked_at: now, revoked_by: actor.personId })
    return { clientId }
  },
})
