/** Papers that are taken in, by their media type, with the ending of their names. PDF and OFD are the forms of signed originals (GB/T 33190). */
export const paperEndings = {
  'application/pdf': 'pdf',
  'application/ofd': 'ofd',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
} as const
export type PaperMedia = keyof typeof paperEndings

/** What goes along with a thing: a photo has no name of its own. */
export interface FileShown {
  readonly fileId: string
  /** Null for a photo. */
  readonly name: string | null
  readonly bytes: number
}
