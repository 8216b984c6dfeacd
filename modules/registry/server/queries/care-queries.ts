import { type Query, query } from '#platform/commands/server/command.ts'
import { care, careGroups } from '../../common/care.ts'
import * as contract from '../../common/contract/protection.ts'
import { carePolicies, listCare } from '../care-store.ts'
import type { Surroundings } from '../surroundings.ts'
import type { RegistryTables } from '../tables.ts'

export const careQueries = (around: Surroundings): readonly Query[] => [
  query<RegistryTables, typeof contract.listCarePolicies>(contract.listCarePolicies, {
    async run({ read }) {
      const known = await carePolicies(read)
      return {
        rows: careGroups.map(group => {
          const policy = known.get(group)
          const usual = care[group]
          return {
            ...{ group, isOn: policy?.is_on ?? false, purpose: usual.purpose['zh-CN'] },
            ...{ visitDays: policy?.visit_days ?? usual.visitDays, keepDays: policy?.keep_days ?? usual.keepDays },
            ...{ version: policy?.version ?? 0, reason: policy?.reason ?? null, at: policy?.at ?? null },
          }
        }),
      }
    },
  }),

  query<RegistryTables, typeof contract.listCare>(contract.listCare, {
    async run({ read, actor }, asked) {
      const rows = await listCare(read, actor, asked)
      return {
        rows: rows.map(row => ({
          ...{ careId: row.id, group: row.care_group, personId: row.person_id, title: row.title },
          gridNames: [...around.grids.names(row.grid_path)],
          ...{
            cause: row.cause,
            basis: row.basis,
            source: row.source,
            since: row.since,
            untilOn: row.until_on,
            endReason: row.end_reason,
            nextVisitOn: row.next_visit_on,
          },
        })),
      }
    },
  }),
]
