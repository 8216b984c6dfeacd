import type { z } from 'zod'

/** Who may knock: anyone, anyone signed in, or whoever holds the named permission somewhere. */
export type Access = 'public' | 'signed-in' | { readonly permission: string }

/**
 * One operation of the public contract: what goes in, what comes out, who may knock, and how it may say no.
 * Commands are `POST /api/<name>` with an `idempotency-key`; queries are `GET /api/<name>?…`.
 */
export interface Endpoint<
  Name extends string = string,
  Kind extends 'command' | 'query' = 'command' | 'query',
  In extends z.ZodType = z.ZodType,
  Out extends z.ZodType = z.ZodType,
  Code extends string = string,
> {
  readonly name: Name
  readonly kind: Kind
  readonly access: Access
  readonly input: In
  readonly output: Out
  readonly refusals: readonly Code[]
  /** What it does, for the published contract. One sentence. */
  readonly summary: string
  /** Calls a minute from one address; only where the common limit is too generous, such as signing in. */
  readonly callsAMinute?: number
  /** Of the request's body, where the common limit is too small, such as for the rows of a sheet. */
  readonly mostKilobytes?: number
  /** The answer is no JSON but a file of this kind; the output is then `PrintedFile`. */
  readonly answersWith?:
    | 'application/pdf'
    | 'image/png'
    | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  /** The answer holds a secret, so it is not kept to answer a repeated request. */
  readonly forgetAnswer?: true
  /** Meant for machines, which come with a key instead of a session; to every other endpoint a key opens no door. */
  readonly forMachines?: true
}

export function endpoint<
  const Name extends string,
  const Kind extends 'command' | 'query',
  In extends z.ZodType,
  Out extends z.ZodType,
  const Code extends string,
>(shape: Endpoint<Name, Kind, In, Out, Code>): Endpoint<Name, Kind, In, Out, Code> {
  return shape
}

export type InputOf<E extends Endpoint> = z.input<E['input']>
export type OutputOf<E extends Endpoint> = z.output<E['output']>
