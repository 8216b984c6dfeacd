import { namedPaths } from '../../db/server/named-paths-store.ts'

/** What waits in a grid waits for whoever is there, wherever the grid stands. */
export const inboxPaths = namedPaths('inbox.item', 'grid_path')
