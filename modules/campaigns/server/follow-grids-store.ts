import { type Kysely, sql, type Transaction } from 'kysely'
import { followPaths, type PathChange } from '#modules/grid/common/index.ts'
import type { ReadHandle } from '#modules/grid/server/index.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Campaign } from '../common/campaign.ts'
import type { CampaignPoint } from '../common/point.ts'
import type { Programme, Task } from '../common/programme.ts'
import { CampaignWriter } from './campaign-store.ts'
import { ProgrammeWriter } from './programme-store.ts'
import type { CampaignsTables } from './tables.ts'

/** Knows every campaign, and changes nothing of them but the grids. */
const watcher: Actor = {
  ...{ personId: 'clock', postId: null, unitId: null },
  grants: [{ permission: 'campaigns.know', within: { kind: 'everywhere' } }],
}

export interface CampaignChange extends PathChange {
  readonly affected: readonly string[]
  readonly name: string
  locate(place: Point): string | null
  names(path: string): readonly string[]
}

export interface FollowingCampaigns {
  readonly campaigns: readonly { readonly campaign: Campaign; readonly areas: readonly string[] }[]
  readonly points: readonly { readonly point: CampaignPoint; readonly to: string }[]
  readonly programmes: readonly { readonly programme: Programme; readonly to: string }[]
  readonly tasks: readonly { readonly task: Task; readonly to: string }[]
}

const handled = ['ticked-off', 'dropped']

/** Campaigns that run, points that are not settled, programmes: with where they would be. */
export async function campaignsThatFollow(db: ReadHandle, change: CampaignChange): Promise<FollowingCampaigns> {
  const own = db as unknown as Kysely<CampaignsTables>
  const { affected, heirs, locate } = change
  const running = await own.selectFrom('campaigns.campaign').select('body').where('state', '<>', 'closed').execute()
  const lying = await own
    .selectFrom('campaigns.point')
    .select('body')
    .where('grid_path', '=', sql<string>`any(${affected}::text[])`)
    .where('state', 'not in', handled as never)
    .orderBy('id')
    .execute()
  const programmes = await own.selectFrom('campaigns.programme').select('body').orderBy('id').execute()
  const tasks = await own.selectFrom('campaigns.task').select('body').orderBy('id').execute()
  const heirOf = (path: string) => heirs.get(path) ?? path
  return {
    campaigns: running.flatMap(({ body }) => {
      const paths = body.areas.map(({ path }) => path)
      const areas = followPaths(paths, change)
      return areas === paths ? [] : [{ campaign: body, areas }]
    }),
    points: lying.flatMap(({ body }) => {
      const { lon, lat, gridPath } = body
      const to = (lon === null || lat === null ? null : locate({ lon, lat })) ?? heirOf(gridPath)
      return to === gridPath ? [] : [{ point: body, to }]
    }),
    programmes: programmes.flatMap(({ body }) => {
      const to = heirOf(body.gridPath)
      return to === body.gridPath ? [] : [{ programme: body, to }]
    }),
    tasks: tasks.flatMap(({ body }) => {
      const to = heirOf(body.gridPath)
      return to === body.gridPath ? [] : [{ task: body, to }]
    }),
  }
}

export async function followCampaigns(tx: Transaction<unknown>, change: CampaignChange, at: Instant): Promise<void> {
  const own = tx as unknown as Transaction<CampaignsTables>
  const stamp = { at, by: watcher.personId, inPost: null }
  const campaigns = new CampaignWriter(own, watcher)
  const programmes = new ProgrammeWriter(own, watcher)
  const following = await campaignsThatFollow(tx, change)
  const nameOf = (path: string) => change.names(path).at(-1) ?? path
  for (const { campaign, areas } of following.campaigns) {
    const held = await campaigns.take(campaign.id)
    if (!held) continue
    const { title, purpose, ownerPostId, ownerTitle, from, until, budgetFen } = held
    await campaigns.appendToCampaign(held, {
      ...{ type: 'campaign.changed', ...stamp, reason: change.name },
      ...{ title, purpose, ownerPostId, ownerTitle, from, until, budgetFen },
      areas: areas.map(path => ({ path, name: nameOf(path) })),
    })
  }
  for (const { point, to } of following.points) {
    const gridNames = [...change.names(to)]
    await campaigns.appendToPoint(point, { type: 'point.grid-moved', ...stamp, gridPath: to, gridNames })
  }
  for (const { programme, to } of following.programmes) {
    const held = await programmes.take(programme.id)
    if (held) {
      await programmes.appendToProgramme(held, {
        ...{ type: 'programme.grid-moved', ...stamp, gridPath: to, gridName: nameOf(to) },
      })
    }
  }
  for (const { task, to } of following.tasks) {
    const held = await programmes.takeTask(task.id)
    if (held) await programmes.appendToTask(held.task, { type: 'task.grid-moved', ...stamp, gridPath: to })
  }
}
