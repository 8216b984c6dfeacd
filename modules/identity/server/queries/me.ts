import { query, type Reading } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { isPasswordOld, mustSetUpTotp } from '../../common/obligations.ts'
import { AccountReader } from '../stores/account-store.ts'
import { PersonDirectory } from '../stores/directory-store.ts'
import { InstallationReader } from '../stores/installation-store.ts'
import { PostReader } from '../stores/post-store.ts'
import { SessionReader } from '../stores/session-store.ts'
import type { IdentityTables } from '../tables.ts'
import type { IdentityWorld } from '../world.ts'

export function me({ settings }: IdentityWorld) {
  return query(contract.me, {
    async run({ read, actor, now, origin }: Reading<IdentityTables>) {
      const [account, names, posts, demo, sessionExpiresAt] = await Promise.all([
        new AccountReader(read).find(actor.personId),
        new PersonDirectory(read).namesOf([actor.personId]),
        new PostReader(read, actor).mine(now),
        new InstallationReader(read).isDemo(),
        origin.sessionId === null ? null : new SessionReader(read, settings).expiryOf(origin.sessionId),
      ])
      if (!account) throw new Error('a session without an account')
      const { personId, login, totpOn, passwordSetAt } = account
      return {
        person: {
          id: personId,
          name: names.get(personId) ?? '',
          login,
          totpOn,
          mustChangePassword: account.mustChangePassword || isPasswordOld(passwordSetAt, now, settings),
          mustSetUpTotp: mustSetUpTotp({ demo, totpOn, roles: posts.map(post => post.roleCode) }),
          passwordSetAt,
        },
        post: posts.find(post => post.id === actor.postId) ?? null,
        posts,
        permissions: [...new Set(actor.grants.map(grant => grant.permission))].sort(),
        demo,
        sessionExpiresAt,
      }
    },
  })
}
