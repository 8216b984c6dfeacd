import { command } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import * as contract from '../../common/contract.ts'
import { viewsPerPerson } from '../../common/limits.ts'
import { refuse } from '../../common/refusals.ts'
import { requiredText } from '../../common/texts.ts'
import type { CasesWork } from '../step.ts'
import { ViewWriter } from '../view-store.ts'

export const saveView = command(contract.saveView, {
  subject: ({ viewId }) => ({ kind: 'case-view', id: viewId }),
  async run({ tx, actor }: CasesWork, { viewId, filters, ...input }) {
    const name = requiredText('viewName', input.name)
    if (isRefusal(name)) return name
    const views = new ViewWriter(tx, actor.personId)
    await views.hold()
    const others = (await views.list()).filter(view => view.viewId !== viewId)
    if (others.some(view => view.name === name)) return refuse['view-name-taken']()
    if (others.length >= viewsPerPerson) return refuse['too-many-views']({ limit: viewsPerPerson })
    const saved = await views.save({ viewId, name, filters })
    return saved ? { viewId } : refuse['no-such-view']()
  },
})
