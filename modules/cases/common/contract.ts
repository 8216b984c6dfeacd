import { classKinds } from '#modules/catalogue/common/index.ts'
import { z } from 'zod'
import { Frame, placeRefusals } from '#modules/grid/common/index.ts'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { caseSources, caseStatuses } from './case-file.ts'
import { photosPerStep } from './limits.ts'
import { Material, mostMaterials } from './materials.ts'
import { instantNear } from './device-time.ts'

/**
 * The commands of this module. Texts are bounded by `textLimits` in the command, not here, so that the refusal can
 * name field and limit in the reader's language; the schema only keeps out what nobody types.
 */
export const text = z.string().max(20_000)
const caseId = z.uuid()
/** The version the person saw. When the case has changed since, the answer is `cases/changed-meanwhile`. */
export const seen = { caseId, version: z.int().min(1) }
export const photos = z
  .array(z.uuid())
  .max(photosPerStep)
  .default([])
  .transform(fileIds => [...new Set(fileIds)])

export const Done = z.object({ caseId: z.string(), number: z.string(), status: z.enum(caseStatuses), version: z.int() })
export type Done = z.infer<typeof Done>

export const anyStep = [
  'cases/not-found',
  'cases/not-allowed',
  'cases/not-in-this-status',
  'cases/held-up',
  'cases/claimed-by-another',
  'cases/changed-meanwhile',
  'cases/text-missing',
  'cases/text-too-long',
] as const
export const photoTrouble = ['files/unknown', 'files/taken-by-another'] as const

export const reportCase = endpoint({
  name: 'cases.report',
  kind: 'command',
  access: 'public',
  summary:
    'Reports a matter. The case id is made by the sender, so a repeat is the same report and gets the same answer.',
  input: z.object({
    caseId,
    source: z.enum(caseSources).default('resident'),
    title: text.optional(),
    description: text,
    place: z
      .object({
        lon: z.number(),
        lat: z.number(),
        frame: Frame.optional(),
        accuracyMetres: z.number().min(0).max(1_000_000).optional(),
      })
      .optional(),
    address: text.optional(),
    photos,
    /** By the device's own clock: when the report was made, and when it was sent (later, after waiting offline). */
    madeAt: instantNear.optional(),
    sentAt: instantNear.optional(),
    /** Only for residents: kept apart from the case, masked for nearly everybody. */
    reporter: z.object({ name: text.optional(), phone: text.optional() }).optional(),
  }),
  output: z.object({
    caseId: z.string(),
    number: z.string(),
    /** Shown this once: with the number it opens the follow page. Only a hash is kept. */
    followCode: z.string(),
    gridPath: z.string().nullable(),
    gridNames: z.array(z.string()),
    noGrid: z.boolean(),
    version: z.int(),
  }),
  refusals: [
    'commands/request-reused',
    'cases/case-id-taken',
    'cases/source-not-yours',
    'cases/text-missing',
    'cases/text-too-long',
    ...photoTrouble,
    ...placeRefusals,
  ],
  callsAMinute: 60,
  forgetAnswer: true,
})

export const acceptCase = endpoint({
  name: 'cases.accept',
  kind: 'command',
  access: { permission: 'cases.accept' },
  summary: 'Takes a report in: it will be looked at.',
  input: z.object(seen),
  output: Done,
  refusals: anyStep,
})

export const refuseCase = endpoint({
  name: 'cases.refuse',
  kind: 'command',
  access: { permission: 'cases.accept' },
  summary: 'Does not take a report in; the reason is shown to the reporter.',
  input: z.object({ ...seen, reason: text }),
  output: Done,
  refusals: anyStep,
})

export const joinCase = endpoint({
  name: 'cases.join',
  kind: 'command',
  access: { permission: 'cases.accept' },
  summary: 'Says that a report is about the same matter as another case; its reporter follows that one from now on.',
  input: z.object({ ...seen, into: z.uuid() }),
  output: Done,
  refusals: [...anyStep, 'cases/joins-itself', 'cases/no-such-target', 'cases/target-ended'],
})

export const fileCase = endpoint({
  name: 'cases.file',
  kind: 'command',
  access: { permission: 'cases.file' },
  summary: 'Files a case under a class of the national catalogue; the limit comes from the filing condition.',
  input: z.object({
    ...seen,
    conditionId: z.string().max(100).optional(),
    classKind: z.enum(classKinds),
    classCode: z.string().regex(/^\d{4,5}$/),
    title: text.optional(),
  }),
  output: Done,
  refusals: [...anyStep, 'cases/unknown-class', 'cases/old-class-code', 'cases/unknown-condition'],
})

export const dispatchCase = endpoint({
  name: 'cases.dispatch',
  kind: 'command',
  access: { permission: 'cases.dispatch' },
  summary: 'Sends a filed case to the department that handles it.',
  input: z.object({
    ...seen,
    unitId: z.uuid(),
    /** Units that help the host, each with a clock of its own. */
    assistUnitIds: z.array(z.uuid()).max(5).default([]),
    note: text.optional(),
  }),
  output: Done,
  refusals: [...anyStep, 'cases/unknown-unit', 'cases/returned-by-that-unit', 'cases/helps-itself'],
})

export const returnCase = endpoint({
  name: 'cases.return',
  kind: 'command',
  access: { permission: 'cases.handle' },
  summary: 'Gives a dispatched case back to the dispatcher, with the reason.',
  input: z.object({ ...seen, reason: text }),
  output: Done,
  refusals: anyStep,
})

export const handleCase = endpoint({
  name: 'cases.handle',
  kind: 'command',
  access: { permission: 'cases.handle' },
  summary: 'Says that the matter was worked off, with what was done, photos of the result and what was used up.',
  input: z.object({ ...seen, note: text, photos, materials: z.array(Material).max(mostMaterials).default([]) }),
  output: Done,
  refusals: [...anyStep, ...photoTrouble],
})

export const verifyCase = endpoint({
  name: 'cases.verify',
  kind: 'command',
  access: { permission: 'cases.verify' },
  summary:
    'Says on the spot whether it was really done; when it was not, the reason is needed and the department goes again.',
  input: z.object({ ...seen, passed: z.boolean(), note: text.optional(), photos }),
  output: Done,
  refusals: [...anyStep, ...photoTrouble],
})

export const closeCase = endpoint({
  name: 'cases.close',
  kind: 'command',
  access: { permission: 'cases.close' },
  summary: 'Closes a verified case, once its parts are closed.',
  input: z.object({ ...seen, note: text.optional() }),
  output: Done,
  refusals: [...anyStep, 'cases/children-open'],
})

export const reworkCase = endpoint({
  name: 'cases.rework',
  kind: 'command',
  access: { permission: 'cases.close' },
  summary: 'Sends a verified case back to the same department, with the reason.',
  input: z.object({ ...seen, reason: text }),
  output: Done,
  refusals: anyStep,
})

const followKey = { number: z.string().max(40), followCode: z.string().max(40) }

export const rateCase = endpoint({
  name: 'cases.rate',
  kind: 'command',
  access: 'public',
  summary: 'Rates a closed case, once: by its reporter signed in (`caseId`), or by number and follow code.',
  input: z.object({
    // The code first: whoever sends both means the code.
    who: z.union([z.object(followKey), z.object({ caseId })]),
    stars: z.int().min(1).max(5),
    solved: z.boolean(),
    comment: text.optional(),
  }),
  output: Done,
  refusals: [
    'cases/not-found',
    'cases/not-allowed',
    'cases/not-in-this-status',
    'cases/held-up',
    'cases/claimed-by-another',
    'cases/already-rated',
    'cases/wrong-code',
    'cases/too-many-wrong-codes',
    'cases/text-too-long',
  ],
  callsAMinute: 20,
})

export const seeReporter = endpoint({
  name: 'cases.see-reporter',
  kind: 'command',
  access: { permission: 'cases.see-reporter' },
  summary: 'Shows the reporter’s name and phone. A command, because looking is on record with its reason.',
  input: z.object({ caseId, reason: text }),
  output: z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
  refusals: ['cases/not-found', 'cases/not-allowed', 'cases/no-reporter', 'cases/text-missing', 'cases/text-too-long'],
  forgetAnswer: true,
})

export const saveView = endpoint({
  name: 'cases.save-view',
  kind: 'command',
  access: 'signed-in',
  summary: 'Keeps a set of list filters under a name, for the caller alone. The same id again changes it.',
  input: z.object({ viewId: z.uuid(), name: text, filters: z.record(z.string().max(40), z.json()) }),
  output: z.object({ viewId: z.string() }),
  refusals: [
    'cases/text-missing',
    'cases/text-too-long',
    'cases/no-such-view',
    'cases/view-name-taken',
    'cases/too-many-views',
  ],
})

export const deleteView = endpoint({
  name: 'cases.delete-view',
  kind: 'command',
  access: 'signed-in',
  summary: 'Forgets a saved view.',
  input: z.object({ viewId: z.uuid() }),
  output: z.object({ viewId: z.string() }),
  refusals: ['cases/no-such-view'],
})
