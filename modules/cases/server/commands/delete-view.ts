import { command } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import type { CasesWork } from '../step.ts'
import { ViewWriter } from '../view-store.ts'

export const deleteView = command(contract.deleteView, {
  subject: ({ viewId }) => ({ kind: 'case-view', id: viewId }),
  async run({ tx, actor }: CasesWork, { viewId }) {
    const removed = await new ViewWriter(tx, actor.personId).remove(viewId)
    return removed ? { viewId } : refuse['no-such-view']()
  },
})
