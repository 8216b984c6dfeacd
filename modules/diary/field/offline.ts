import type { OfflineModule } from '#platform/offline/field/index.ts'
import type { InputOf } from '#platform/contract/common/endpoint.ts'
import type { giveFeedback, listEntries, writeEntry } from '../common/contract.ts'
import { fieldDiaryMessages } from './messages.ts'

/** Entries are written at people's doors, where there may be no signal; they are sent when there is. */
export const diaryOffline: OfflineModule = {
  name: 'diary',
  messages: fieldDiaryMessages,
  answers: [
    { query: 'diary.list', version: 1, hours: 36 },
    { query: 'diary.show', version: 1, hours: 36 },
  ],
  async stock({ client, me }) {
    if (!me.permissions.includes('diary.write')) return
    await client.query<typeof listEntries>('diary.list', { mine: true, limit: 50 })
  },
  commands: [
    {
      command: 'diary.write',
      subject: ({ entryId }: InputOf<typeof writeEntry>) => `diary-entry ${entryId}`,
      photos: ({ photos }: InputOf<typeof writeEntry>) => photos ?? [],
      path: ({ entryId }: InputOf<typeof writeEntry>) => `/diary/${entryId}`,
    },
    {
      command: 'diary.give-feedback',
      subject: ({ entryId }: InputOf<typeof giveFeedback>) => `diary-entry ${entryId}`,
      path: ({ entryId }: InputOf<typeof giveFeedback>) => `/diary/${entryId}`,
    },
  ],
}
