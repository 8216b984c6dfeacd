import { query } from '#platform/commands/server/command.ts'
import { listTexts } from '../../common/contract-texts.ts'
import type { CasesTables } from '../tables.ts'
import { readTexts } from '../text-store.ts'

export const listTextsQuery = query<CasesTables, typeof listTexts>(listTexts, {
  run: async ({ read }, { step, classKind, classCode }) => ({
    rows: await readTexts(read, {
      ...(step ? { step } : {}),
      ...(classKind ? { classKind } : {}),
      ...(classCode ? { classCode } : {}),
    }),
  }),
})
