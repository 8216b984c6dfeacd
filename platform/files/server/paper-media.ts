import { unzipSync } from 'fflate'
import type { Refusal } from '../../kernel/common/refusal.ts'
import type { PaperMedia } from '../common/papers.ts'
import { refuse } from '../common/refusals.ts'

/** What the bytes are, whatever they are called. Nothing is unpacked here: that is done apart (`reading`). */
export function mediaOf(bytes: Buffer): PaperMedia | Refusal {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf'
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return refuse['not-a-paper']()
  try {
    return mediaOfArchive(bytes) ?? refuse['not-a-paper']()
  } catch {
    return refuse['not-a-paper']()
  }
}

function mediaOfArchive(bytes: Buffer): PaperMedia | null {
  const names: string[] = []
  unzipSync(bytes, {
    filter({ name }) {
      names.push(name)
      return false
    },
  })
  // A paper that runs programs is none.
  if (names.some(name => /vbaProject|\.bin$/i.test(name) && !name.includes('printerSettings'))) return null
  if (names.includes('OFD.xml')) return 'application/ofd'
  if (names.includes('word/document.xml'))
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return names.includes('xl/workbook.xml') ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : null
}
