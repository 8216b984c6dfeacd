import { pinyin } from 'pinyin-pro'

/** First letters of a name or address, so that 刘敏 is found by `lm`; surnames with their own reading (单 is s, not d). */
export function initialsOf(text: string): string {
  const chinese = [...text].filter(sign => /\p{Script=Han}/u.test(sign)).join('')
  if (chinese === '') return ''
  return pinyin(chinese, { pattern: 'first', toneType: 'none', type: 'array', surname: 'head' }).join('').toLowerCase()
}
