import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { Reason, ShownThing } from './things.ts'

const access = { permission: 'registry.settle' } as const

export const AlikePair = z.object({
  alikeId: z.string(),
  score: z.number(),
  reasons: z.array(z.string()),
  foundAt: z.string(),
  a: z.object({
    thingId: z.string(),
    title: z.string(),
    gridNames: z.array(z.string()),
    bornOn: z.string().nullable(),
  }),
  b: z.object({
    thingId: z.string(),
    title: z.string(),
    gridNames: z.array(z.string()),
    bornOn: z.string().nullable(),
  }),
})
export type AlikePair = z.infer<typeof AlikePair>

export const listAlike = endpoint({
  name: 'registry.alike',
  kind: 'query',
  access,
  summary: 'Pairs of records that look like one person, among those whom the caller may settle; the likest first.',
  input: z.object(pageInput),
  output: pageOf(AlikePair),
  refusals: [],
})

export const openAlike = endpoint({
  name: 'registry.open-alike',
  kind: 'command',
  access,
  summary: 'Both records of a pair side by side; the look at each is put on record.',
  input: z.object({ alikeId: z.uuid() }),
  output: z.object({ pair: AlikePair, a: ShownThing, b: ShownThing }),
  refusals: ['registry/no-such-pair'],
  forgetAnswer: true,
})

export const mergeThings = endpoint({
  name: 'registry.merge',
  kind: 'command',
  access,
  summary: 'Makes two records one, field by field; what belonged to the other moves over. It can be undone.',
  input: z.object({
    mergeId: z.uuid(),
    keptId: z.uuid(),
    goneId: z.uuid(),
    /** Fields whose value the other record gives; what is empty in the kept one is taken from it anyway. */
    take: z.array(z.string().max(40)).max(60),
    reason: Reason,
  }),
  output: z.object({ mergeId: z.string(), keptId: z.string() }),
  refusals: [
    ...(['registry/no-such-thing', 'registry/has-ended', 'registry/cannot-merge', 'registry/merge-id-taken'] as const),
    'registry/questions-open',
  ],
})

export const keepApart = endpoint({
  name: 'registry.keep-apart',
  kind: 'command',
  access,
  summary: 'Says that two records are two people; they are not proposed again.',
  input: z.object({ alikeId: z.uuid() }),
  output: z.object({ alikeId: z.string() }),
  refusals: ['registry/no-such-pair'],
})

export const listMerges = endpoint({
  name: 'registry.merges',
  kind: 'query',
  access,
  summary: 'Merges that stand, the latest first, among the records that the caller may see.',
  input: z.object(pageInput),
  output: pageOf(
    z.object({
      mergeId: z.string(),
      at: z.string(),
      byName: z.string().nullable(),
      reason: z.string(),
      kept: z.object({ thingId: z.string(), title: z.string() }),
      goneTitle: z.string(),
    }),
  ),
  refusals: [],
})

export const undoMerge = endpoint({
  name: 'registry.undo-merge',
  kind: 'command',
  access,
  summary: 'Makes two of one again: fields, relations and state go back, but not what was recorded since.',
  input: z.object({ mergeId: z.uuid() }),
  output: z.object({ mergeId: z.string() }),
  refusals: ['registry/no-such-merge', 'registry/has-ended'],
})

export const findAlike = endpoint({
  name: 'registry.find-alike',
  kind: 'command',
  access,
  summary: 'Has a grid searched for records that look like one person; what is found is proposed.',
  input: z.object({ gridPath: z.string().max(60) }),
  output: z.object({ gridPath: z.string() }),
  refusals: ['registry/no-such-grid', 'registry/not-here'],
})
