import type { Client } from '#platform/contract/common/client.ts'
import { isRefusal, type Refusal } from '#platform/kernel/common/refusal.ts'
import { pieceBytes, type sendImportPiece } from '../../common/contract/imports.ts'

/** Sends a file piece by piece from where the server has it. Answers with a refusal, or null when all has arrived. */
export async function uploadSheet(
  client: Client,
  file: File,
  importId: string,
  from: number,
  onProgress: (share: number) => void,
): Promise<Refusal | null> {
  for (let at = from; at < file.size; ) {
    const bytes = new Uint8Array(await file.slice(at, at + pieceBytes).arrayBuffer())
    const answer = await client.command<typeof sendImportPiece>('registry.send-import-piece', {
      ...{ importId, at, piece: inBase64(bytes) },
    })
    if (isRefusal(answer)) return answer
    at = answer.arrived
    onProgress(at / file.size)
  }
  return null
}

function inBase64(bytes: Uint8Array): string {
  let text = ''
  for (let from = 0; from < bytes.length; from += 8192) {
    text += String.fromCodePoint(...bytes.subarray(from, from + 8192))
  }
  return btoa(text)
}
