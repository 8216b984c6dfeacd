import { query, type Reading } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { PersonReader } from '../stores/person-store.ts'
import { PostReader } from '../stores/post-store.ts'
import { UnitReader } from '../stores/unit-store.ts'
import type { IdentityTables } from '../tables.ts'

type Reads = Reading<IdentityTables>

export const listPeople = query(contract.listPeople, {
  run: ({ read, actor }: Reads, filter) => new PersonReader(read, actor).list(filter),
})

export const showPerson = query(contract.showPerson, {
  async run({ read, actor, now }: Reads, { personId }) {
    const people = new PersonReader(read, actor)
    const person = await people.find(personId)
    if (!person) return refuse['person-not-found']()
    const [account, appointments] = await Promise.all([people.account(personId, now), people.appointments(personId)])
    return { person, account: account ?? null, appointments }
  },
})

export const listUnits = query(contract.listUnits, {
  run: ({ read }: Reads, filter) => new UnitReader(read).list(filter),
})

export const listPosts = query(contract.listPosts, {
  run: ({ read, actor }: Reads, filter) => new PostReader(read, actor).list(filter),
})
