import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { gridPath, id, instant, line } from './fields.ts'

const arranging = { permission: 'identity.substitute' }

const Substitution = z.object({
  substitutionId: id,
  postId: id,
  postTitle: z.string(),
  unitName: z.string(),
  gridPath: z.string().nullable(),
  /** Who holds the post; null while it is vacant. */
  holderName: z.string().nullable(),
  personId: id,
  personName: z.string(),
  fromAt: instant,
  untilAt: instant,
  reason: z.string(),
  arrangedByName: z.string().nullable(),
  arrangedAt: instant,
  endedAt: instant.nullable(),
})
export type Substitution = z.infer<typeof Substitution>

export const listSubstitutions = endpoint({
  name: 'identity.list-substitutions',
  kind: 'query',
  access: { permission: 'identity.see-people' },
  summary: 'Who stands in on which posts of a grid, now and to come; with `past` also who did in the last year.',
  input: z.object({ gridPath: gridPath.optional(), past: z.boolean().default(false) }),
  output: z.object({ substitutions: z.array(Substitution) }),
  refusals: [],
})

export const substitute = endpoint({
  name: 'identity.substitute',
  kind: 'command',
  access: arranging,
  summary: 'Has a person stand in on a post from when to when, with the rights of the post for that time.',
  input: z.object({
    substitutionId: id,
    postId: id,
    personId: id,
    fromAt: instant,
    untilAt: instant,
    reason: line(200),
  }),
  output: z.object({ substitutionId: id }),
  refusals: [
    'identity/post-not-found',
    'identity/person-not-found',
    'identity/not-yourself',
    'identity/account-disabled',
    'identity/two-administrators',
    'identity/holds-it-already',
    'identity/period-wrong',
    'identity/substituted-already',
    'identity/may-not-be-substituted',
    'identity/id-taken',
  ],
})

export const endSubstitution = endpoint({
  name: 'identity.end-substitution',
  kind: 'command',
  access: arranging,
  summary: 'Ends a substitution at once, or takes it back before it began.',
  input: z.object({ substitutionId: id }),
  output: z.object({ postId: id }),
  refusals: ['identity/substitution-not-found'],
})
