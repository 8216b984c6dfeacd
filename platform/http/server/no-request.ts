import type { Socket } from 'node:net'
import { refuse } from '../../commands/common/refusals.ts'
import type { Sentences } from './refusal-answer.ts'

/** By Node's names: RFC 9110 15.5.9, RFC 6585 5. */
const statuses: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
}

/** What Node itself cannot read as a request, or what never arrives whole: no language was asked for, nobody is known. */
export function answerNoRequest(sentences: Sentences) {
  return ({ code }: { readonly code?: string }, socket: Socket): void => {
    if (code === 'ECONNRESET' || !socket.writable) return
    const body = JSON.stringify(sentences.answer(refuse['not-a-request'](), 'zh-CN'))
    socket.end(
      [
        `HTTP/1.1 ${statuses[code ?? ''] ?? '400 Bad Request'}`,
        'content-type: application/json; charset=utf-8',
        `content-length: ${Buffer.byteLength(body)}`,
        'connection: close',
        '',
        body,
      ].join('\r\n'),
    )
  }
}
