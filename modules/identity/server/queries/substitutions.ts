import { query } from '#platform/commands/server/command.ts'
import { instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import * as contract from '../../common/contract.ts'
import { PersonDirectory } from '../stores/directory-store.ts'
import { SubstitutionReader } from '../stores/substitution-store.ts'
import type { IdentityTables } from '../tables.ts'

const year = 365 * 86_400_000

export const listSubstitutions = query<IdentityTables, typeof contract.listSubstitutions>(contract.listSubstitutions, {
  async run({ read, now }, { gridPath, past }) {
    const since = past ? instantOf(millisecondsOf(now) - year) : now
    const rows = await new SubstitutionReader(read).list({ gridPath, since })
    const names = await new PersonDirectory(read).namesOf(rows.map(row => row.arranged_by))
    return {
      substitutions: rows.map(row => ({
        ...{ substitutionId: row.id, postId: row.post_id, postTitle: row.title, unitName: row.unit_name },
        ...{ gridPath: row.grid_path, holderName: row.holder_name },
        ...{ personId: row.person_id, personName: row.person_name, fromAt: row.from_at, untilAt: row.until_at },
        ...{ reason: row.reason, arrangedByName: names.get(row.arranged_by) ?? null, arrangedAt: row.arranged_at },
        endedAt: row.ended_at,
      })),
    }
  },
})
