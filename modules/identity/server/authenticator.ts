import { type Actor, nobody } from '#platform/authz/common/grants.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import type { Authenticator, Sender } from '#platform/http/server/edge.ts'
import { mustSetUpTotp } from '../common/obligations.ts'
import { refuse } from '../common/refusals.ts'
import { grantsOf } from '../common/roles.ts'
import { defaultIdentitySettings, type IdentitySettings } from '../common/settings.ts'
import { type Holder, SessionReader } from './stores/session-store.ts'
import type { RightsMemory } from './rights-memory.ts'
import type { IdentityTables } from './tables.ts'

const stranger: Sender = { actor: nobody, everyPost: [], sessionId: null, sessionOver: null }
const tokenForm = /^[\w-]{43}$/

/**
 * Finds out who sends a request. It is one round trip, spared for some seconds where there is a memory; a revoked session,
 * an ended appointment or a changed role counts at once all the same.
 */
export function createAuthenticator(
  db: Db,
  settings: IdentitySettings = defaultIdentitySettings,
  memory?: RightsMemory,
): Authenticator {
  return {
    async who(token, now) {
      if (token === undefined) return stranger
      if (!tokenForm.test(token)) return { ...stranger, sessionOver: refuse['session-expired']() }
      const ask = async () => toSender(await new SessionReader(db.read<IdentityTables>(), settings).who(token, now))
      return memory ? memory.recall(token, now, ask) : ask()
    },
    // The news of the database comes a moment later; whoever has just revoked something need not wait for it.
    after(command) {
      if (command.startsWith('identity.')) memory?.forget()
    },
  }
}

type SignedIn = Exclude<Holder, { over: string }>

function toSender(holder: Holder): Sender {
  if (holder.over !== undefined) {
    return { ...stranger, sessionOver: refuse[holder.over === 'ended' ? 'session-ended' : 'session-expired']() }
  }
  const everyPost = actorsOf(holder)
  return {
    actor: everyPost.find(actor => actor.postId === holder.postId) ?? everyPost[0]!,
    everyPost,
    sessionId: holder.sessionId,
    sessionOver: null,
  }
}

/** The person in each of their posts, each with its own grants; a resident has one actor without a post. */
function actorsOf(holder: SignedIn): Actor[] {
  const { personId, posts, residentPermissions } = holder
  const mayAct = !holder.mustChangePassword && !mustSetUpTotp({ ...holder, roles: posts.map(post => post.role) })
  if (posts.length === 0) {
    return [{ personId, postId: null, unitId: null, grants: mayAct ? grantsOf(residentPermissions, null) : [] }]
  }
  return posts.map(({ id, unitId, gridPath, permissions }) => ({
    personId,
    postId: id,
    unitId,
    grants: mayAct ? grantsOf(permissions, gridPath) : [],
  }))
}
