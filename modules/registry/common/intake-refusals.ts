/** How imports, exports, duplicates and street names say no; texts in `intake-messages.ts`. */
export const intakeRefusals = {
  'no-such-import': 'not-found',
  'import-id-taken': 'conflict',
  'import-moved-on': 'conflict',
  'columns-wrong': 'invalid',
  'alias-goes-round': 'invalid',
  'no-such-pair': 'not-found',
  'no-such-merge': 'not-found',
  'cannot-merge': 'invalid',
  'questions-open': 'conflict',
  'merge-id-taken': 'conflict',
  'no-such-export': 'not-found',
  'export-id-taken': 'conflict',
} as const
