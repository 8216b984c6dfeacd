import type { Transaction } from 'kysely'
import type { z } from 'zod'
import { nobody } from '#platform/authz/common/grants.ts'
import { command, type Reading, type Work } from '#platform/commands/server/command.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import * as contract from '../../common/contract.ts'
import { passwordObjections } from '../../common/password-rules.ts'
import type { AdministratorRole } from '../../common/permissions.ts'
import { refuse } from '../../common/refusals.ts'
import { hashPassword } from '../password-hash.ts'
import { AccountWriter } from '../stores/account-store.ts'
import { InstallationWriter } from '../stores/installation-store.ts'
import { PersonWriter } from '../stores/person-store.ts'
import { PostWriter } from '../stores/post-store.ts'
import { RoleReader } from '../stores/role-store.ts'
import { UnitWriter } from '../stores/unit-store.ts'
import type { IdentityTables } from '../tables.ts'
import type { IdentityWorld } from '../world.ts'
import { beginSession } from './sign-in.ts'

type Input = z.output<typeof contract.setUp.input>
type Administrator = Input['system'] & { readonly role: AdministratorRole; readonly hash: string }

function administratorsIn({ system, security, audit }: Input) {
  return [
    { ...system, role: 'system-administrator' as const },
    { ...security, role: 'security-administrator' as const },
    { ...audit, role: 'audit-administrator' as const },
  ]
}

/** The first start outside the demo: three people, three posts, one unit, once. */
export function setUp(world: IdentityWorld) {
  return command(contract.setUp, {
    subject: () => ({ kind: 'installation', id: 'set-up' }),

    async prepare(_reading: Reading<IdentityTables>, input): Promise<Administrator[]> {
      return Promise.all(administratorsIn(input).map(async one => ({ ...one, hash: await hashPassword(one.password) })))
    },

    async run({ tx, now, origin }: Work<IdentityTables>, input, administrators: Administrator[]) {
      const reasons = administrators.flatMap(one => passwordObjections(one.password, one.login))
      if (reasons.length > 0) return refuse['weak-password']({ reasons: [...new Set(reasons)] })
      if (new Set(administrators.map(one => one.login)).size < 3) return refuse['same-logins']()
      const installation = new InstallationWriter(tx)
      await installation.takeSetUp()
      if ((await installation.isDemo()) || (await installation.hasAccounts())) return refuse['already-set-up']()
      if (!(await installation.spendSetUpTokens(input.token, now))) return refuse['wrong-setup-token']()

      const unitId = newId()
      await new UnitWriter(tx).add({ id: unitId, parentId: null, name: input.unitName, kind: 'street', at: now })
      const people = []
      for (const one of administrators) people.push(await addAdministrator(tx, one, unitId, now))
      const session = await beginSession(world, { tx, now, origin }, { personId: people[0]!, lastPostId: null })
      return { session, mustChangePassword: false, mustSetUpTotp: true }
    },
  })
}

/** Whoever sets up knows the passwords of the other two, so those must be changed at the first sign-in. */
async function addAdministrator(tx: Transaction<IdentityTables>, one: Administrator, unitId: string, now: Instant) {
  const { role: roleCode, name, login, hash: passwordHash } = one
  const role = await new RoleReader(tx).find(roleCode)
  if (!role) throw new Error(`role ${roleCode} is missing: roles are added when the program starts`)
  const personId = newId()
  const postId = newId()
  const posts = new PostWriter(tx, nobody)
  await new PersonWriter(tx, nobody).add({ id: personId, name, at: now })
  const mustChange = roleCode !== 'system-administrator'
  await new AccountWriter(tx).add({ personId, login, passwordHash, mustChange, at: now })
  await posts.add({ id: postId, title: role.name, unitId, roleCode, gridPath: null, at: now })
  await posts.addAppointment({ id: newId(), postId, personId, at: now })
  return personId
}
