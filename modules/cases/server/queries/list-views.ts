import { query } from '#platform/commands/server/command.ts'
import { listViews } from '../../common/contract-queries.ts'
import type { CasesTables } from '../tables.ts'
import { ViewReader } from '../view-store.ts'

export const listViewsQuery = query<CasesTables, typeof listViews>(listViews, {
  run: async ({ read, actor }) => ({ views: await new ViewReader(read, actor.personId).list() }),
})
