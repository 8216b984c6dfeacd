import { can } from '#platform/authz/common/grants.ts'
import { command, type Work } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { isAdministratorRole } from '../../common/permissions.ts'
import { refuse } from '../../common/refusals.ts'
import { objectionToRole } from '../../common/separation.ts'
import { periodsMeet, troubleOfPeriod } from '../../common/substitution.ts'
import { AccountReader } from '../stores/account-store.ts'
import { PersonWriter } from '../stores/person-store.ts'
import { placedPost, PostWriter } from '../stores/post-store.ts'
import { SubstitutionWriter } from '../stores/substitution-store.ts'
import type { IdentityTables } from '../tables.ts'

/** Nobody takes a post's rights by arranging it oneself, and the three administrators are appointed, never stood in for. */
export const substitute = command(contract.substitute, {
  subject: ({ postId }) => ({ kind: 'post', id: postId }),

  async run({ tx, actor, now, notify, tell }: Work<IdentityTables>, { substitutionId, postId, personId, ...input }) {
    const { fromAt, untilAt, reason } = input
    if (personId === actor.personId) return refuse['not-yourself']()
    const posts = new PostWriter(tx, actor)
    const post = await posts.take(postId)
    if (!post || !can(actor, 'identity.substitute', placedPost(post))) return refuse['post-not-found']()
    if (isAdministratorRole(post.roleCode)) return refuse['may-not-be-substituted']()
    if (!(await new PersonWriter(tx, actor).take(personId))) return refuse['person-not-found']()
    if (post.holder?.personId === personId) return refuse['holds-it-already']({ title: post.title })
    const account = await new AccountReader(tx).find(personId)
    if (!account || account.disabled) return refuse['account-disabled']()
    const objection = objectionToRole(post.roleCode, await posts.rolesHeldBy(personId))
    if (objection) return objection
    const trouble = troubleOfPeriod({ fromAt, untilAt }, now)
    if (trouble) return refuse['period-wrong']()
    const substitutions = new SubstitutionWriter(tx)
    const others = await substitutions.ofPost(postId)
    const meets = others.some(one => periodsMeet({ fromAt: one.from_at, untilAt: one.until_at }, { fromAt, untilAt }))
    if (meets) return refuse['substituted-already']({ title: post.title })
    const added = await substitutions.add({
      ...{ id: substitutionId, post_id: postId, person_id: personId, from_at: fromAt, until_at: untilAt, reason },
      ...{ arranged_by: actor.personId, arranged_at: now, ended_at: null },
    })
    if (!added) return refuse['id-taken']()
    const subject = { kind: 'post', id: postId }
    const params = { title: post.title, from: fromAt.slice(0, 10), until: untilAt.slice(0, 10) }
    for (const told of new Set([personId, ...(post.holder ? [post.holder.personId] : [])]))
      notify({ personId: told, kind: 'identity.substituted', subject, params })
    tell({ subject, permission: 'identity.see-people', placed: placedPost(post) })
    return { substitutionId }
  },
})

export const endSubstitution = command(contract.endSubstitution, {
  subject: ({ substitutionId }) => ({ kind: 'substitution', id: substitutionId }),

  async run({ tx, actor, now, notify, tell }: Work<IdentityTables>, { substitutionId }) {
    const substitutions = new SubstitutionWriter(tx)
    const one = await substitutions.take(substitutionId, now)
    const post = one && (await new PostWriter(tx, actor).find(one.post_id))
    if (!post || !can(actor, 'identity.substitute', placedPost(post))) return refuse['substitution-not-found']()
    await substitutions.end(substitutionId, now)
    const subject = { kind: 'post', id: post.id }
    notify({ personId: one.person_id, kind: 'identity.substitution-ended', subject, params: { title: post.title } })
    tell({ subject, permission: 'identity.see-people', placed: placedPost(post) })
    return { postId: post.id }
  },
})
