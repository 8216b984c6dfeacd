/** Papers that are taken in, by their media type, with the ending of their names. PDF and OFD are the forms of signed originals (GB/T 33190). */
export const paperEndings = {
  'application/pdf': 'pdf',
  'application/ofd': 'ofd',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
} as const
export type PaperMedia = keyof typeof paperEndings

/**
 * What became of reading the words of a paper: still to come; all of them; its beginning (it is very long); there are none
 * (a scan); it is locked by a password; reading took more time or memory than a paper may; it is broken. The last four are
 * found by their names alone.
 */
export const paperTexts = ['waiting', 'whole', 'beginning', 'none', 'locked', 'too-much', 'broken'] as const
export type PaperText = (typeof paperTexts)[number]

/** What goes along with a thing: a photo has no name of its own. */
export interface FileShown {
  readonly fileId: string
  /** Null for a photo. */
  readonly name: string | null
  readonly bytes: number
  /** Whether it is found by what is written in it; null for a photo. */
  readonly text: PaperText | null
}
