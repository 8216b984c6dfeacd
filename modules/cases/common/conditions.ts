import type { CaseFile } from './case-file.ts'

/** What can be so about a case besides its status. The action table names them. */
export const conditions = {
  claimed: ({ procedure }) => procedure.claimedBy !== null,
  checking: ({ procedure }) => procedure.check !== null,
  assisting: ({ procedure }) => procedure.assistants.some(one => !one.isDone),
  returned: ({ procedure }) => procedure.returnedBy !== null,
  disputed: ({ procedure }) => procedure.dispute !== null,
  'extension-asked': ({ procedure }) => procedure.extension !== null && !procedure.extension.isApproved,
  'extension-approved': ({ procedure }) => procedure.extension?.isApproved === true,
  'suspension-asked': ({ procedure }) => procedure.suspension !== null,
  suspended: ({ procedure }) => procedure.suspendedUntil !== null,
  'appeal-asked': ({ procedure }) => procedure.appeal !== null && procedure.appeal.supportedBy === null,
  'appeal-supported': ({ procedure }) => procedure.appeal !== null && procedure.appeal.supportedBy !== null,
  'leave-out-asked': ({ procedure }) => procedure.leaveOut !== null,
  'left-out': ({ procedure }) => procedure.leftOut !== null,
  rated: ({ rating }) => rating !== null,
  linked: ({ procedure }) => procedure.links.length > 0,
  'at-the-top': ({ procedure }) => procedure.level === 'district',
  'at-the-bottom': ({ procedure }) => procedure.level === 'community',
} as const satisfies Record<string, (caseFile: CaseFile) => boolean>

export type Condition = keyof typeof conditions
