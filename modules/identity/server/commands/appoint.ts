import { command, type Work } from '#platform/commands/server/command.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { objectionToRole } from '../../common/separation.ts'
import { AccountReader } from '../stores/account-store.ts'
import { PersonWriter } from '../stores/person-store.ts'
import { PostWriter } from '../stores/post-store.ts'
import type { IdentityTables } from '../tables.ts'

/** Holding the post and the person makes two appointments of the same moment see each other. */
export const appoint = command(contract.appoint, {
  subject: ({ postId }) => ({ kind: 'post', id: postId }),

  async run({ tx, actor, now, notify, tell }: Work<IdentityTables>, { postId, personId }) {
    if (personId === actor.personId) return refuse['not-yourself']()
    const posts = new PostWriter(tx, actor)
    const people = new PersonWriter(tx, actor)
    const post = await posts.take(postId)
    if (!post) return refuse['post-not-found']()
    if (!(await people.take(personId))) return refuse['person-not-found']()
    if (post.holder) return refuse['post-taken']({ title: post.title })
    const account = await new AccountReader(tx).find(personId)
    if (account?.disabled) return refuse['account-disabled']()
    const objection = objectionToRole(post.roleCode, await posts.rolesHeldBy(personId))
    if (objection) return objection

    const appointmentId = newId()
    await posts.addAppointment({ id: appointmentId, postId, personId, at: now })
    await people.markAsStaff(personId)
    const subject = { kind: 'post', id: postId }
    notify({ personId, kind: 'identity.appointed', subject, params: { title: post.title } })
    const placed = { gridPath: post.gridPath, unitId: post.unitId, postId, ownerId: personId }
    tell({ subject, permission: 'identity.see-people', placed })
    return { appointmentId }
  },
})
