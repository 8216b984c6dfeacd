import type { Change } from '#platform/commands/server/command.ts'

/** The subject under which a change of the tree is told to every process and every open map. */
export const gridTreeSubject = 'grid-tree'

/** What a command that changes the tree tells: `work.tell(changeOfTree(path))`. */
export function changeOfTree(path: string): Change {
  return {
    subject: { kind: gridTreeSubject, id: path },
    permission: 'grid.read',
    placed: { gridPath: path, unitId: null, postId: null, ownerId: null },
  }
}
