import { wordsToKeep } from '#platform/search/common/bigrams.ts'
import { soundsOf } from './sounds.ts'

/**
 * Which way of making words a row was written with. Rows of an older way are brought up by the job
 * `registry.make-findable`, so that what people can find a thing by may grow.
 */
export const findableBy = 2

/** Everything a thing is found by: its texts in pairs of characters, their initials (zw) and their full pinyin (zhangwei). */
export function foundBy(texts: readonly string[]): string[] {
  const written = texts.filter(text => text !== '')
  return wordsToKeep([...written, ...written.flatMap(lettersOf)].join('\n'))
}

/** Without blanks, as an input method takes them. */
function lettersOf(text: string): string[] {
  const sounds = soundsOf(text).split(' ')
  return [sounds.map(sound => sound.slice(0, 1)).join(''), sounds.join('')]
}
