import { z } from 'zod'
import { classKinds } from '#modules/catalogue/common/index.ts'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { cleanText } from '#platform/kernel/common/clean-text.ts'
import { textLimits } from './limits.ts'
import { textSteps } from './standard-texts.ts'

const forClass = { classKind: z.enum(classKinds).nullable(), classCode: z.string().max(10).nullable() }

export const listTexts = endpoint({
  name: 'cases.list-texts',
  kind: 'query',
  access: { permission: 'cases.read' },
  summary: 'Standard texts: of one step and class, those of the class first; or all, for whoever keeps them.',
  input: z.object({
    step: z.enum(textSteps).optional(),
    classKind: z.enum(classKinds).optional(),
    classCode: z.string().max(10).optional(),
  }),
  output: z.object({
    rows: z.array(
      z.object({ textId: z.string(), version: z.int(), step: z.enum(textSteps), ...forClass, body: z.string() }),
    ),
  }),
  refusals: [],
})

export const putText = endpoint({
  name: 'cases.put-text',
  kind: 'command',
  access: { permission: 'cases.edit-texts' },
  summary: 'Writes, changes or retires a standard text.',
  input: z.object({
    textId: z.uuid(),
    /** The version that the writer has read; 0 for a new text. */
    seenVersion: z.int().min(0).max(1_000_000),
    step: z.enum(textSteps),
    classKind: z.enum(classKinds).optional(),
    classCode: z.string().max(10).optional(),
    body: z.string().max(textLimits.reason).transform(cleanText),
    isRetired: z.boolean().default(false),
  }),
  output: z.object({ textId: z.string(), version: z.int() }),
  refusals: ['cases/text-missing', 'cases/unknown-class', 'cases/text-changed'],
})
