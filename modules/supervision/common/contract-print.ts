import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { PrintedFile } from '#platform/contract/common/printed-file.ts'
import { locales } from '#platform/i18n/common/translate.ts'

export const printOrder = endpoint({
  name: 'supervision.print-order',
  kind: 'query',
  access: 'signed-in',
  summary: 'An order, urge or instruction as an official paper, for whoever finds it in the list of orders.',
  input: z.object({ orderId: z.uuid(), locale: z.enum(locales).default('zh-CN') }),
  output: PrintedFile,
  refusals: ['supervision/no-such-order'],
  answersWith: 'application/pdf',
  callsAMinute: 30,
})
