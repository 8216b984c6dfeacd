import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { PrintedFile } from '#platform/contract/common/printed-file.ts'
import { locales } from '#platform/i18n/common/translate.ts'

export const printCase = endpoint({
  name: 'cases.print',
  kind: 'query',
  access: { permission: 'cases.read' },
  summary: 'The case file as a PDF, with exactly what the caller sees on its page.',
  input: z.object({ caseId: z.uuid(), locale: z.enum(locales).default('zh-CN') }),
  output: PrintedFile,
  refusals: ['cases/not-found'],
  answersWith: 'application/pdf',
  callsAMinute: 30,
})
