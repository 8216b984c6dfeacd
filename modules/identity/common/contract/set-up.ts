import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { line, login, password, Sentence } from './fields.ts'
import { signedIn } from './sign-in.ts'

export const setupState = endpoint({
  name: 'identity.setup-state',
  kind: 'query',
  access: 'public',
  summary: 'Whether the first administrators are still to be named.',
  input: z.object({}),
  output: z.object({ needed: z.boolean(), demo: z.boolean() }),
  refusals: [],
})

const FirstAdministrator = z.object({ name: line(60), login, password })

export const setUp = endpoint({
  name: 'identity.set-up',
  kind: 'command',
  access: 'public',
  summary:
    'Names the three first administrators, once, with the token the program printed at its start. Signs the system administrator in; the other two change their password at their first sign-in.',
  input: z.object({
    token: z.string().max(200),
    unitName: line(60),
    system: FirstAdministrator,
    security: FirstAdministrator,
    audit: FirstAdministrator,
  }),
  output: signedIn,
  refusals: ['identity/already-set-up', 'identity/wrong-setup-token', 'identity/same-logins', 'identity/weak-password'],
  callsAMinute: 10,
  forgetAnswer: true,
})

export const demoLogins = endpoint({
  name: 'identity.demo-logins',
  kind: 'query',
  access: 'public',
  summary: 'One login per persona of the demo town. Empty everywhere else.',
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({
        login: z.string(),
        password: z.string(),
        persona: z.string(),
        title: Sentence,
        app: z.enum(['office', 'field', 'portal']),
      }),
    ),
  }),
  refusals: [],
})
