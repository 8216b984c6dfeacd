import { z } from 'zod'
import { GridPath, PlaceInput, placeRefusals } from '#modules/grid/common/index.ts'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { cleanText } from '#platform/kernel/common/clean-text.ts'
import {
  keepings,
  matterKinds,
  matterOutcomes,
  mediationTextLimits as most,
  mostParties,
  photosPerMatter,
} from './matter.ts'

const written = (longest: number) => z.string().max(longest).transform(cleanText)
const matterId = z.uuid()
const writing = { permission: 'mediation.write' }
const reading = { permission: 'mediation.read' }
const Party = z.object({ name: written(most.name), phone: written(most.phone).default('') })

export const recordMatter = endpoint({
  name: 'mediation.record',
  kind: 'command',
  access: writing,
  summary:
    'Records a mediation: parties, what it was about, what was agreed, and when somebody asks whether it was kept.',
  input: z.object({
    matterId,
    /** By the phone’s clock; one that lies ahead of the server’s is taken as now. */
    at: z.iso.datetime(),
    kind: z.enum(matterKinds),
    parties: z.array(Party).max(mostParties),
    text: written(most.text),
    outcome: z.enum(matterOutcomes),
    agreement: written(most.agreement).default(''),
    followUpOn: z.iso.date().nullable().default(null),
    place: PlaceInput.optional(),
    photos: z.array(z.uuid()).max(photosPerMatter).default([]),
  }),
  output: z.object({ matterId: z.string() }),
  refusals: [
    'mediation/matter-id-taken',
    'mediation/parties-missing',
    'mediation/words-missing',
    'mediation/agreement-missing',
    'mediation/follow-up-missing',
    'files/unknown',
    'files/taken-by-another',
    ...placeRefusals,
  ],
})

export const followUp = endpoint({
  name: 'mediation.follow-up',
  kind: 'command',
  access: writing,
  summary: 'Says whether an agreement was kept, with the next day to ask, or that it is handed on.',
  input: z.object({
    matterId,
    at: z.iso.datetime(),
    keeping: z.enum(keepings),
    text: written(most.text),
    nextOn: z.iso.date().nullable().default(null),
    isHandedOn: z.boolean().default(false),
  }),
  output: z.object({ matterId: z.string(), followUpOn: z.string().nullable() }),
  refusals: [
    'mediation/no-such-matter',
    'mediation/nothing-to-follow',
    'mediation/words-missing',
    'mediation/broken-yet-closed',
    'mediation/day-over',
  ],
})

export const MatterLine = z.object({
  matterId: z.string(),
  at: z.string(),
  kind: z.enum(matterKinds),
  outcome: z.enum(matterOutcomes),
  followUpOn: z.string().nullable(),
  keeping: z.enum(keepings).nullable(),
  gridNames: z.array(z.string()),
  byName: z.string().nullable(),
  isMine: z.boolean(),
})
export type MatterLine = z.infer<typeof MatterLine>

export const listMatters = endpoint({
  name: 'mediation.list',
  kind: 'query',
  access: reading,
  summary: 'Mediations, one’s own and those of the place one may read, the latest first, without names and words.',
  input: z.object({
    ...pageInput,
    outcome: z.enum(matterOutcomes).optional(),
    gridPath: GridPath.optional(),
    mine: z.boolean().optional(),
  }),
  output: pageOf(MatterLine),
  refusals: [],
})

export const showMatter = endpoint({
  name: 'mediation.show',
  kind: 'command',
  access: reading,
  summary: 'Opens a mediation with parties and words. A command, because whoever reads what others wrote is on record.',
  input: z.object({ matterId }),
  output: z.object({
    ...MatterLine.shape,
    parties: z.array(z.object({ name: z.string(), phone: z.string() })),
    text: z.string(),
    agreement: z.string(),
    photos: z.array(z.string()),
    followUps: z.array(
      z.object({
        at: z.string(),
        byName: z.string().nullable(),
        keeping: z.enum(keepings),
        text: z.string(),
        nextOn: z.string().nullable(),
      }),
    ),
    mayFollowUp: z.boolean(),
  }),
  refusals: ['mediation/no-such-matter'],
  forgetAnswer: true,
})
