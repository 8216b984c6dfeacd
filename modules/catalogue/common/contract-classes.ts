import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { cleanText } from '#platform/kernel/common/clean-text.ts'
import { BothNames } from './both-names.ts'
import { classKinds } from './class-kind.ts'

const day = z.iso.date()
const code = z.string().max(10)
const name = z.string().max(60).transform(cleanText)
const edit = { permission: 'catalogue.edit' }
const one = { classKind: z.enum(classKinds), classCode: code }
const LocalClass = z.object({
  kind: z.enum(classKinds),
  code: z.string(),
  version: z.int(),
  name: BothNames,
  oldCode: z.string().nullable(),
  from: z.string(),
  isEnded: z.boolean(),
})
const Named = z.object({ code: z.string(), name: BothNames })

export const listLocalClasses = endpoint({
  name: 'catalogue.list-local-classes',
  kind: 'query',
  access: { permission: 'catalogue.read' },
  summary: 'The classes that the place added to the national catalogue, and which national ones read like them.',
  input: z.object({}),
  output: z.object({
    /** Each as it stands, with the national classes that may have adopted it. */
    classes: z.array(LocalClass.extend({ adoptedAs: Named.nullable(), likely: z.array(Named) })),
    /** Every version, for whoever must know what held on a day. */
    versions: z.array(LocalClass.extend({ adoptedAs: z.string().nullable() })),
    /** National majors, each with the code that its next local class would get. */
    majors: z.array(
      z.object({ kind: z.enum(classKinds), code: z.string(), name: BothNames, next: z.string().nullable() }),
    ),
  }),
  refusals: [],
})

export const putClass = endpoint({
  name: 'catalogue.put-class',
  kind: 'command',
  access: edit,
  summary: 'Adds a local class under a national major, counted down from 999, or changes its name.',
  input: z.object({
    ...one,
    /** The version that the writer has read; 0 for a new class. */
    seenVersion: z.int().min(0),
    name,
    /** Left out, the Chinese name stands for both. */
    nameEn: name.default(''),
    oldCode: code.optional(),
    from: day,
  }),
  output: z.object({ classCode: z.string(), version: z.int() }),
  refusals: [
    'catalogue/class-name-missing',
    'catalogue/not-a-local-code',
    'catalogue/national-has-it',
    'catalogue/class-changed',
    'catalogue/old-code-taken',
    'catalogue/not-an-old-local-code',
  ],
})

export const endClass = endpoint({
  name: 'catalogue.end-class',
  kind: 'command',
  access: edit,
  summary: 'From a day on, nothing is filed under a local class any more; its conditions end with it.',
  input: z.object({ ...one, seenVersion: z.int().min(1), from: day }),
  output: z.object({ classCode: z.string(), version: z.int(), conditions: z.int() }),
  refusals: ['catalogue/no-such-class', 'catalogue/class-changed'],
})

export const adoptClass = endpoint({
  name: 'catalogue.adopt-class',
  kind: 'command',
  access: edit,
  summary:
    'From a day on, a national class takes the place of a local one; its conditions go along, old cases keep theirs.',
  input: z.object({ ...one, seenVersion: z.int().min(1), nationalCode: code, from: day }),
  output: z.object({ classCode: z.string(), version: z.int(), conditions: z.int() }),
  refusals: ['catalogue/unknown-class', 'catalogue/no-such-class', 'catalogue/class-changed'],
})
