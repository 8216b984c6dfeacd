import { type Query, query } from '#platform/commands/server/command.ts'
import * as contract from '../common/contract.ts'
import { MatterReader } from './matter-store.ts'
import { presentMatters, whole } from './present.ts'
import type { Surroundings } from './surroundings.ts'
import type { MediationTables } from './tables.ts'

export const mediationQueries = (around: Surroundings): readonly Query[] => [
  query<MediationTables, typeof contract.listMatters>(contract.listMatters, {
    async run({ read, actor }, asked) {
      const { rows, next } = await new MatterReader(read, actor).list(asked)
      return { rows: await presentMatters(around, whole(read), actor, rows), next }
    },
  }),
]
