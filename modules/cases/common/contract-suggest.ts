import { BothNames, classKinds } from '#modules/catalogue/common/index.ts'
import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'

export const suggestForCase = endpoint({
  name: 'cases.suggest',
  kind: 'query',
  access: { permission: 'cases.read' },
  summary:
    'What closed cases of the place suggest for one case: classes, conditions and units, each with the counts that speak for it.',
  input: z.object({
    caseId: z.uuid(),
    /** The class that a person is about to choose; left out, the one that the case has. */
    classKind: z.enum(classKinds).optional(),
    classCode: z.string().max(10).optional(),
  }),
  output: z.object({
    /** How many closed cases it was learned from. */
    learnedFrom: z.int(),
    classes: z.array(
      z.object({
        classKind: z.enum(classKinds),
        classCode: z.string(),
        className: BothNames,
        share: z.number(),
        because: z.array(z.object({ word: z.string(), of: z.int(), all: z.int() })),
      }),
    ),
    /** Of that class: under which conditions closed cases were filed. */
    conditions: z.array(
      z.object({
        conditionId: z.string(),
        times: z.int(),
        of: z.int(),
        because: z.array(z.object({ word: z.string(), of: z.int(), all: z.int() })),
      }),
    ),
    /** The unit that a routing rule names, what the rule speaks of, and why it was written. Only with a class. */
    rule: z.object({ unitId: z.string(), unitName: z.string(), words: BothNames, reason: z.string() }).nullable(),
    /** Only once the case has a class. */
    units: z.array(
      z.object({
        unitId: z.string(),
        unitName: z.string(),
        times: z.int(),
        of: z.int(),
        /** Name of the grid these were counted in; null for everywhere. */
        gridName: z.string().nullable(),
      }),
    ),
  }),
  refusals: ['cases/not-found'],
})
