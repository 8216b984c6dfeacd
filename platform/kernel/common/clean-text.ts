// C0 and C1 controls except tab and line feed; marks that turn the reading direction (they can disguise what is
// written, CVE-2021-42574); halves of characters, which the database cannot store.
const unwanted = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu

/** What a person wrote, as it is kept: line ends alike, controls taken out, no blanks around. Everything else is text. */
export function cleanText(written: string): string {
  return written.replace(/\r\n?/g, '\n').replace(unwanted, '').normalize('NFC').trim()
}

/** The same for what belongs on one line. */
export function cleanLine(written: string): string {
  return cleanText(written.replace(/[\t\r\n]+/g, ' '))
}
