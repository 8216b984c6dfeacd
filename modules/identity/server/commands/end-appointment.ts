import { command, type Work } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { objectionToLosing } from '../last-administrator.ts'
import { PostWriter } from '../stores/post-store.ts'
import type { IdentityTables } from '../tables.ts'

export const endAppointment = command(contract.endAppointment, {
  subject: ({ appointmentId }) => ({ kind: 'appointment', id: appointmentId }),

  async run({ tx, actor, now, notify, tell }: Work<IdentityTables>, { appointmentId }) {
    const posts = new PostWriter(tx, actor)
    const appointment = await posts.takeAppointment(appointmentId)
    const post = appointment && (await posts.find(appointment.postId))
    if (!post) return refuse['appointment-not-found']()
    const { postId, personId } = appointment
    if (personId === actor.personId) return refuse['not-yourself']()
    const objection = await objectionToLosing(tx, actor, personId, [post.roleCode])
    if (objection) return objection

    await posts.endAppointment(appointmentId, now)
    const subject = { kind: 'post', id: postId }
    notify({ personId, kind: 'identity.appointment-ended', subject, params: { title: post.title } })
    const placed = { gridPath: post.gridPath, unitId: post.unitId, postId, ownerId: null }
    tell({ subject, permission: 'identity.see-people', placed })
    return { postId }
  },
})
