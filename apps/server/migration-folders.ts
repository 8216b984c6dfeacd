import { existsSync } from 'node:fs'

const parts = [
  'platform/commands',
  'platform/audit',
  'platform/live',
  'platform/inbox',
  'platform/notices',
  'platform/files',
  'platform/worktime',
  'platform/settings',
  'platform/crypto',
  'modules/identity',
  'modules/grid',
  'modules/places',
  'modules/posts',
  'modules/institutions',
  'modules/registry',
  'modules/catalogue',
  'modules/routing',
  'modules/cases',
  'modules/hotline',
  'modules/supervision',
  'modules/coordination',
  'modules/diary',
  'modules/patrol',
  'modules/visits',
  'modules/mediation',
  'modules/help',
  'modules/relay',
  'modules/cleaning',
  'modules/exchange',
  'modules/campaigns',
]

/** Every part that has tables, in the order their migrations run: first what others point to. */
export const migrationFolders = parts
  .map(part => new URL(`../../${part}/`, import.meta.url))
  .filter(folder => existsSync(new URL('server/migrations/', folder)))
