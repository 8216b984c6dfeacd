import type { Kysely } from 'kysely'
import { type Command, command, type Work } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import * as contract from '../common/contract.ts'
import { refuse } from '../common/refusals.ts'
import { mayEditAt } from './queries.ts'
import { RosterWriter } from './roster-store.ts'
import type { Surroundings } from './surroundings.ts'
import type { PostsTables } from './tables.ts'

type PostsWork = Work<PostsTables>

/** Under which open pages are told that a roster or an assignment changed. */
export const rosterSubject = 'roster'

export function postsCommands(around: Surroundings): readonly Command[] {
  return [addBody(around), endBody, addMember(around), endMember, assign(around), endAssignment]
}

const hasPost = async ({ posts }: Surroundings, work: PostsWork, postId: string) =>
  (await posts.byIds(work.tx as unknown as Kysely<unknown>, [postId])).length > 0

function tellOf(work: PostsWork, id: string, gridPath: string): void {
  const placed = { gridPath, unitId: null, postId: null, ownerId: null }
  work.tell({ subject: { kind: rosterSubject, id }, permission: 'posts.read', placed })
}

function addBody({ grids }: Surroundings): Command {
  return command(contract.addBody, {
    subject: ({ bodyId }) => ({ kind: rosterSubject, id: bodyId }),
    async run(work: PostsWork, { bodyId, kind, name, gridPath, duties }) {
      if (!grids.find(gridPath)) return refuse['not-found']()
      if (!mayEditAt(work.actor, gridPath)) return refuse['outside-your-grids']()
      const body = { id: bodyId, kind, name, grid_path: gridPath, duties, valid_from: dayOf(work.now), valid_to: null }
      if (!(await new RosterWriter(work.tx).addBody(body))) return refuse['id-taken']()
      tellOf(work, bodyId, gridPath)
      return { bodyId }
    },
  })
}

const endBody: Command = command(contract.endBody, {
  subject: ({ bodyId }) => ({ kind: rosterSubject, id: bodyId }),
  async run(work: PostsWork, { bodyId }) {
    const roster = new RosterWriter(work.tx)
    const body = await roster.findBody(bodyId)
    if (!body) return refuse['not-found']()
    if (!mayEditAt(work.actor, body.grid_path)) return refuse['outside-your-grids']()
    await roster.endBody(bodyId, dayOf(work.now))
    tellOf(work, bodyId, body.grid_path)
    return { bodyId }
  },
})

function addMember(around: Surroundings): Command {
  return command(contract.addMember, {
    subject: ({ bodyId }) => ({ kind: rosterSubject, id: bodyId }),
    async run(work: PostsWork, { memberId, bodyId, name, postId, role, from, until }) {
      const roster = new RosterWriter(work.tx)
      const body = await roster.findBody(bodyId)
      if (!body) return refuse['not-found']()
      if (!mayEditAt(work.actor, body.grid_path)) return refuse['outside-your-grids']()
      if (until !== null && until < from) return refuse['term-ends-before-it-begins']()
      if (postId !== null && !(await hasPost(around, work, postId))) return refuse['no-such-post']()
      const added = await roster.addMember({
        ...{ id: memberId, body_id: bodyId, name, post_id: postId, role },
        ...{ term_from: from, term_until: until, left_on: null },
      })
      if (!added) return refuse['id-taken']()
      tellOf(work, bodyId, body.grid_path)
      return { memberId }
    },
  })
}

const endMember: Command = command(contract.endMember, {
  subject: ({ memberId }) => ({ kind: rosterSubject, id: memberId }),
  async run(work: PostsWork, { memberId }) {
    const roster = new RosterWriter(work.tx)
    const member = await roster.findMember(memberId)
    const body = member && member.left_on === null ? await roster.findBody(member.body_id) : undefined
    if (!body) return refuse['not-found']()
    if (!mayEditAt(work.actor, body.grid_path)) return refuse['outside-your-grids']()
    await roster.endMember(memberId, dayOf(work.now))
    tellOf(work, body.id, body.grid_path)
    return { memberId }
  },
})

function assign(around: Surroundings): Command {
  return command(contract.assign, {
    subject: ({ postId }) => ({ kind: 'post', id: postId }),
    async run(work: PostsWork, { assignmentId, postId, kind, gridPath, target }) {
      if (!around.grids.find(gridPath)) return refuse['not-found']()
      if (!mayEditAt(work.actor, gridPath)) return refuse['outside-your-grids']()
      if (!(await hasPost(around, work, postId))) return refuse['no-such-post']()
      const added = await new RosterWriter(work.tx).addAssignment({
        ...{ id: assignmentId, post_id: postId, kind, grid_path: gridPath, target },
        ...{ valid_from: dayOf(work.now), valid_to: null },
      })
      if (!added) return refuse['id-taken']()
      tellOf(work, assignmentId, gridPath)
      return { assignmentId }
    },
  })
}

const endAssignment: Command = command(contract.endAssignment, {
  subject: ({ assignmentId }) => ({ kind: rosterSubject, id: assignmentId }),
  async run(work: PostsWork, { assignmentId }) {
    const roster = new RosterWriter(work.tx)
    const assignment = await roster.findAssignment(assignmentId)
    if (!assignment) return refuse['not-found']()
    if (!mayEditAt(work.actor, assignment.grid_path)) return refuse['outside-your-grids']()
    await roster.endAssignment(assignmentId, dayOf(work.now))
    tellOf(work, assignmentId, assignment.grid_path)
    return { assignmentId }
  },
})
