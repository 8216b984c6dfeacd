import { query, type Reading } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { DeviceReader } from '../stores/device-store.ts'
import type { IdentityTables } from '../tables.ts'

export const listDevices = query(contract.listDevices, {
  run: ({ read }: Reading<IdentityTables>, filter) => new DeviceReader(read).list(filter),
})
