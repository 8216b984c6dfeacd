import { isAnswer, OutOfReach } from '../../contract/common/client.ts'
import { type Instant, instantOf } from '../../kernel/common/instant.ts'
import { isRefusal, type Refusal } from '../../kernel/common/refusal.ts'
import type { OutboxItem, OutboxPhoto } from '../common/outbox.ts'
import { deviceTimeHeader, personHeader, protocolHeader } from '../common/protocol.ts'
import type { Answered, Arrived } from '../common/sender.ts'
import type { Vault } from './vault.ts'

/** A photo of 300 kB in two pieces: little is lost when the line breaks, and little is asked twice. */
const pieceBytes = 160 * 1024

export interface Line {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>
  readonly locale: () => string
  /** Told whether the server was reached. */
  readonly heard: (reached: boolean) => void
}

async function through(line: Line, path: string, init: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await line.fetch(path, { ...init, credentials: 'same-origin' })
  } catch {
    line.heard(false)
    throw new OutOfReach(0)
  }
  line.heard(true)
  return response
}

async function bodyOf(response: Response): Promise<object> {
  const body: unknown = await response.json().catch(() => null)
  if (!isAnswer(response.status, body)) throw new OutOfReach(response.status)
  return body
}

const common = (line: Line) => ({ 'accept-language': line.locale(), 'x-wangge': '1' })

/** Sends one command: its id makes every repeat the same request, and the phone's own time goes along. */
export async function sendCommand(line: Line, item: OutboxItem): Promise<Answered> {
  const response = await through(line, `/api/${item.command}`, {
    method: 'POST',
    headers: {
      ...common(line),
      'content-type': 'application/json',
      'idempotency-key': item.id,
      [protocolHeader]: String(item.release),
      [personHeader]: item.personId,
      [deviceTimeHeader]: item.madeAt,
    },
    body: JSON.stringify(item.input),
  })
  return { answer: await bodyOf(response), answeredAt: serverTime(response) }
}

/** Asks or sends the next piece of a photo, from where the server says it is. */
export async function sendPiece(line: Line, vault: Vault, photo: OutboxPhoto): Promise<Arrived | Refusal> {
  const bytes = await vault.read('bytes', photo.id)
  if (!(bytes instanceof ArrayBuffer)) {
    return { refused: true, code: 'offline/photo-lost', kind: 'not-found', detail: {} }
  }
  const asked = new URLSearchParams({
    total: String(bytes.byteLength),
    offset: String(photo.arrived),
    takenAt: photo.takenAt,
  })
  const response = await through(line, `/api/uploads/${photo.id}?${asked}`, {
    method: 'POST',
    headers: { ...common(line), 'content-type': 'application/octet-stream' },
    body: bytes.slice(photo.arrived, photo.arrived + pieceBytes),
  })
  const answer = await bodyOf(response)
  return isRefusal(answer) ? answer : (answer as Arrived)
}

function serverTime(response: Response): Instant | null {
  const told = Date.parse(response.headers.get('date') ?? '')
  return Number.isNaN(told) ? null : instantOf(told)
}
