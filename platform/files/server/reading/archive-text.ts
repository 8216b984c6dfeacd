import { unzipSync } from 'fflate'

/** What the parts of one archive may unpack to: more is no paper that people wrote. */
const mostUnpacked = 100 * 1024 * 1024

/** What is written in a DOCX, XLSX or OFD, a line for each paragraph or cell; null when it unpacks to more than a paper holds. */
export function archiveText(bytes: Uint8Array): string | null {
  let unpacked = 0
  const parts = unzipSync(bytes, {
    filter({ name, originalSize }) {
      if (!holdsWords(name)) return false
      unpacked += originalSize
      return unpacked <= mostUnpacked
    },
  })
  if (unpacked > mostUnpacked) return null
  return Object.keys(parts)
    .toSorted()
    .map(name => {
      const xml = Buffer.from(parts[name]!).toString('utf8')
      // Of a sheet itself only texts that stand in their cells: the others are numbers and references.
      return plain(sheet.test(name) ? [...xml.matchAll(inCell)].map(([found]) => found).join('') : xml)
    })
    .filter(text => text !== '')
    .join('\n')
}

const sheet = /^xl\/worksheets\/[^/]+\.xml$/
const inCell = /<is>.*?<\/is>/gs

const holdsWords = (name: string): boolean =>
  /^word\/(document|footnotes|header\d*|footer\d*)\.xml$/.test(name) ||
  name === 'xl/sharedStrings.xml' ||
  sheet.test(name) ||
  /(^|\/)Content\.xml$/.test(name)

/** The text of a part without its marks; one line for each paragraph. */
function plain(xml: string): string {
  return xml
    .replace(/<\/(w:p|si|is|(ofd:)?TextCode)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|amp|quot|apos);/g, (_, name: keyof typeof entities) => entities[name])
    .replace(/\n{2,}/g, '\n')
    .trim()
}

const entities = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" } as const
