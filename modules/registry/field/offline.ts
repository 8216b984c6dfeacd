import type { InputOf } from '#platform/contract/common/endpoint.ts'
import type { OfflineModule, WaitingCommand } from '#platform/offline/field/index.ts'
import type { giveConsent } from '../common/contract/protection.ts'
import type { addThing, relate } from '../common/contract/things.ts'
import type { confirmFields } from '../common/contract/upkeep.ts'
import { fieldRegistryMessages } from './messages.ts'

/** A shift and the way home. */
const shiftHours = 36

const about = (thingId: string) => `registry-thing ${thingId}`
/** A phone whose clock runs ahead says a day that has not begun: then the day on which it arrives is taken. */
const withoutDay: Pick<WaitingCommand, 'renewed'> = {
  renewed: (input: { readonly trueOn?: string }, { code }) => {
    const { trueOn, ...rest } = input
    return code === 'registry/day-wrong' && trueOn !== undefined ? rest : null
  },
}

/** What is registered at a door, with or without a signal. Households of the day's plan are put here by `visits`. */
export const registryOffline: OfflineModule = {
  name: 'registry',
  messages: fieldRegistryMessages,
  answers: [{ query: 'registry.take-along', version: 1, hours: shiftHours }],
  commands: [
    {
      command: 'registry.add',
      subject: ({ thingId }: InputOf<typeof addThing>) => about(thingId),
      path: ({ thingId }: InputOf<typeof addThing>) => `/household/${thingId}`,
      ...withoutDay,
    },
    // After the one that it begins at has arrived.
    { command: 'registry.relate', subject: ({ fromId }: InputOf<typeof relate>) => about(fromId) },
    {
      command: 'registry.give-consent',
      subject: ({ personId }: InputOf<typeof giveConsent>) => about(personId),
    },
    {
      command: 'registry.confirm',
      subject: ({ thingId }: InputOf<typeof confirmFields>) => about(thingId),
      path: ({ thingId }: InputOf<typeof confirmFields>) => `/household/${thingId}`,
      ...withoutDay,
    },
  ],
}
