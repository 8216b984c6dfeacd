import { query } from '#platform/commands/server/command.ts'
import { listLeaveOutReasons } from '../../common/contract-queries.ts'
import type { Surroundings } from '../surroundings.ts'

export const listLeaveOutReasonsQuery = ({ procedure }: Pick<Surroundings, 'procedure'>) =>
  query(listLeaveOutReasons, {
    run: async ({ now }) => ({ reasons: [...procedure(now).leaveOutReasons] }),
  })
