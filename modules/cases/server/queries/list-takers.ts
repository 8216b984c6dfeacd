import { query } from '#platform/commands/server/command.ts'
import { listTakers } from '../../common/contract-queries.ts'
import { refuse } from '../../common/refusals.ts'
import { CaseReader } from '../case-store.ts'
import type { Surroundings } from '../surroundings.ts'
import type { CasesTables } from '../tables.ts'
import { postsOfTheShift } from '../who-is-on-duty.ts'

export const listTakersQuery = ({ staff, grids, routing }: Pick<Surroundings, 'staff' | 'grids' | 'routing'>) =>
  query<CasesTables, typeof listTakers>(listTakers, {
    async run({ read, actor, now }, { caseId }) {
      const caseFile = await new CaseReader(read, actor).find(caseId)
      if (!caseFile) return refuse['not-found']()
      const posts = await postsOfTheShift(read, { grids, routing }, caseFile.place.point, 'cases.accept', now)
      const names = await staff.posts(
        read,
        posts.map(({ postId }) => postId),
      )
      return {
        posts: posts.flatMap(({ postId, isOnShift }) => {
          const { title, unitName, holderName } = names.get(postId) ?? { holderName: null }
          return title && unitName && holderName ? [{ postId, title, unitName, holderName, isOnShift }] : []
        }),
      }
    },
  })
