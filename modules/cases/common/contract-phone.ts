import { z } from 'zod'
import type { Actor } from '#platform/authz/common/grants.ts'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import type { CaseFile } from './case-file.ts'
import { CasePage } from './presented.ts'
import type { ProcedureSettings } from './procedure/settings.ts'

/** Of the most cases that one phone asks for at once; a worker's day is far shorter. */
export const casesPerPack = 60

const isThing = (value: unknown) => typeof value === 'object' && value !== null

/**
 * Cases with what the rules need to know of them, so that the field app decides with the same code as the server while
 * there is no network. For our own app: other systems ask `cases.show`.
 */
export const phonePack = endpoint({
  name: 'cases.phone-pack',
  kind: 'query',
  access: { permission: 'cases.read' },
  summary: 'Cases of the shift for the field app, with the caller’s own rights and the settings of the procedure.',
  input: z.object({ caseIds: z.array(z.uuid()).max(casesPerPack) }),
  output: z.object({
    actor: z.custom<Actor>(isThing),
    settings: z.custom<ProcedureSettings>(isThing),
    cases: z.array(z.object({ page: CasePage, file: z.custom<CaseFile>(isThing) })),
  }),
  refusals: [],
})
