import { unzipSync } from 'fflate'
import type { Refusal } from '../../kernel/common/refusal.ts'
import type { PaperMedia } from '../common/papers.ts'
import { refuse } from '../common/refusals.ts'

/** Text of one paper that is kept to be looked for; a longer one is found by its beginning. */
const mostText = 200_000
/** What one part of an archive may unpack to: more is no paper that people wrote. */
const mostUnpacked = 100 * 1024 * 1024

export interface Paper {
  readonly media: PaperMedia
  readonly text: string
}

/** What the bytes are, whatever they are called; and what is written in them, where that can be read. */
export function readPaper(bytes: Buffer): Paper | Refusal {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return { media: 'application/pdf', text: '' }
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return refuse['not-a-paper']()
  try {
    return readArchive(bytes) ?? refuse['not-a-paper']()
  } catch {
    return refuse['not-a-paper']()
  }
}

function readArchive(bytes: Buffer): Paper | null {
  const names: string[] = []
  let unpacked = 0
  const parts = unzipSync(bytes, {
    filter({ name, originalSize }) {
      names.push(name)
      if (!isText(name)) return false
      unpacked += originalSize
      if (unpacked > mostUnpacked) throw new Error('the archive unpacks to more than a paper holds')
      return true
    },
  })
  // A paper that runs programs is none.
  if (names.some(name => /vbaProject|\.bin$/i.test(name) && !name.includes('printerSettings'))) return null
  const media = names.includes('OFD.xml')
    ? 'application/ofd'
    : names.includes('word/document.xml')
      ? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
      : names.includes('xl/workbook.xml')
        ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        : null
  if (media === null) return null
  const text = Object.keys(parts)
    .toSorted()
    .map(name => plain(Buffer.from(parts[name]!).toString('utf8')))
    .join('\n')
  return { media, text: text.slice(0, mostText) }
}

const isText = (name: string): boolean =>
  /^word\/(document|footnotes|header\d*|footer\d*)\.xml$/.test(name) ||
  name === 'xl/sharedStrings.xml' ||
  /(^|\/)Content\.xml$/.test(name)

/** The text of a part without its marks; one line for each paragraph. */
function plain(xml: string): string {
  return xml
    .replace(/<\/(w:p|si|(ofd:)?TextCode)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|amp|quot|apos);/g, (_, name: keyof typeof entities) => entities[name])
    .replace(/\n{2,}/g, '\n')
    .trim()
}

const entities = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" } as const
