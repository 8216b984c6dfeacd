import { OutOfReach } from '../../contract/common/client.ts'
import { isRefusal, type Refusal } from '../../kernel/common/refusal.ts'

/** What the server says of a photo it took in. Time and place are those the camera wrote, if any. */
export interface UploadedFile {
  readonly fileId: string
  readonly contentType: string
  readonly width: number | null
  readonly height: number | null
  readonly takenAt: string | null
  readonly place: { readonly lon: number; readonly lat: number } | null
  /** Where the page itself has it, when it was drawn anew on its way. */
  readonly previewUrl?: string
}

export type Upload = (photo: Blob, onProgress: (share: number) => void) => Promise<UploadedFile | Refusal>

/** A photo of 15 MB over a poor line; the server waits no longer either. */
const longestUploadMilliseconds = 300_000

/** Sends one photo. XMLHttpRequest, because `fetch` cannot tell how far an upload is. */
export function uploadPhoto(photo: Blob, onProgress: (share: number) => void): Promise<UploadedFile | Refusal> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/files')
    request.setRequestHeader('x-wangge', '1')
    request.setRequestHeader('accept-language', document.documentElement.lang)
    request.upload.onprogress = event => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    }
    request.onerror = () => reject(new OutOfReach(0))
    // A line that died without a word would leave the picture on its way for ever.
    request.timeout = longestUploadMilliseconds
    request.ontimeout = request.onerror
    request.onload = () => {
      const answer = readAnswer(request.responseText)
      if (answer) resolve(answer)
      else reject(new OutOfReach(request.status))
    }
    const body = new FormData()
    body.append('file', photo, 'name' in photo && typeof photo.name === 'string' ? photo.name : 'photo.jpg')
    request.send(body)
  })
}

function readAnswer(text: string): UploadedFile | Refusal | null {
  try {
    const answer: unknown = JSON.parse(text)
    if (isRefusal(answer)) return answer
    const isFile = typeof answer === 'object' && answer !== null && 'fileId' in answer
    return isFile ? (answer as UploadedFile) : null
  } catch {
    return null
  }
}

/** What the server says of a paper it took in. */
interface UploadedPaper {
  readonly fileId: string
  readonly name: string
  readonly bytes: number
}

/** Sends one paper: a PDF, OFD, DOCX or XLSX. */
export async function uploadPaper(paper: File): Promise<UploadedPaper | Refusal> {
  const body = new FormData()
  body.append('file', paper, paper.name)
  const headers = { 'x-wangge': '1', 'accept-language': document.documentElement.lang }
  const reply = await fetch('/api/papers', { method: 'POST', headers, body }).catch(() => null)
  const answer: unknown = await reply?.json().catch(() => null)
  if (isRefusal(answer)) return answer
  if (typeof answer === 'object' && answer !== null && 'fileId' in answer) return answer as UploadedPaper
  throw new OutOfReach(reply?.status ?? 0)
}
