import { z } from 'zod'
import type { Command, Query } from '../../commands/server/command.ts'
import type { Module } from '../../commands/server/define-module.ts'
import type { Endpoint } from '../common/endpoint.ts'

type Json = Readonly<Record<string, unknown>>

/** The published contract, OpenAPI 3.1, from the same zod schemas that check every call. */
export function openApi(modules: readonly Module[], version: string): Json & { readonly paths: Json } {
  const paths = modules.flatMap(module =>
    [...module.commands, ...module.queries].map(operation => [
      `/api/${operation.endpoint.name}`,
      pathItem(module.name, operation),
    ]),
  )
  return {
    openapi: '3.1.0',
    info: {
      title: 'Wangge 网格',
      version,
      description:
        'Commands are sent once per idempotency-key: a repeat gets the first answer. A refusal is an answer with a code, a kind and a sentence in the language asked for.',
    },
    paths: Object.fromEntries(paths.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))),
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'wangge_session' },
        machine: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Refusal: refusalSchema },
    },
  }
}

function pathItem(tag: string, { endpoint }: Command | Query): Json {
  const common = {
    operationId: endpoint.name,
    tags: [tag],
    summary: endpoint.summary,
    ...accessOf(endpoint),
    responses: responses(endpoint),
  }
  if (endpoint.kind === 'query') return { get: { ...common, parameters: parameters(endpoint) } }
  return {
    post: {
      ...common,
      // A machine's key is sent by no browser by itself, and its events have ids of their own.
      parameters: endpoint.forMachines
        ? []
        : [
            header('idempotency-key', { type: 'string', format: 'uuid' }),
            header('x-wangge', { type: 'string', const: '1' }),
          ],
      requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(endpoint.input, 'input') } } },
    },
  }
}

const header = (name: string, schema: Json) => ({ name, in: 'header', required: true, schema })

function accessOf({ access, forMachines }: Endpoint): Json {
  if (access === 'public') return { security: [] }
  const security = [forMachines ? { machine: [] } : { session: [] }]
  return access === 'signed-in' ? { security } : { security, 'x-permission': access.permission }
}

/** Text travels as it is; everything else as JSON in the address (see `query-string.ts`). */
function parameters(endpoint: Endpoint): Json[] {
  const schema = jsonSchema(endpoint.input, 'input') as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const how = field.type === 'string' ? { schema: field } : { content: { 'application/json': { schema: field } } }
    return { name, in: 'query', required: schema.required?.includes(name) ?? false, ...how }
  })
}

function responses(endpoint: Endpoint): Json {
  const refusal = { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } }
  const codes = [...endpoint.refusals].sort()
  return {
    200: {
      description: 'Done.',
      content: endpoint.answersWith
        ? { [endpoint.answersWith]: {} }
        : { 'application/json': { schema: jsonSchema(endpoint.output, 'output') } },
    },
    default: {
      description: codes.length > 0 ? `Refused: ${codes.join(', ')}, or by the door.` : 'Refused by the door.',
      content: refusal,
      ...(codes.length > 0 ? { 'x-refusals': codes } : {}),
    },
  }
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const refusalSchema = {
  type: 'object',
  required: ['refused', 'code', 'kind', 'detail', 'message'],
  properties: {
    refused: { const: true },
    code: { type: 'string', description: 'Module and reason, such as cases/already-joined.' },
    kind: { type: 'string' },
    detail: { type: 'object' },
    message: { type: 'string', description: 'What happened and what to do next, in the reader’s language.' },
  },
}
