import { command, type Work } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { UnitWriter } from '../stores/unit-store.ts'
import type { IdentityTables } from '../tables.ts'

export const createUnit = command(contract.createUnit, {
  subject: ({ unitId }) => ({ kind: 'unit', id: unitId }),

  async run({ tx, now }: Work<IdentityTables>, { unitId, parentId, name, kind }) {
    const units = new UnitWriter(tx)
    if (parentId !== null && !(await units.exists(parentId))) return refuse['unit-not-found']()
    const taken = await units.add({ id: unitId, parentId, name, kind, at: now })
    if (taken !== null) return refuse[taken]({ name })
    return { unitId }
  },
})
