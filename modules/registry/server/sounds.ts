import { pinyin } from 'pinyin-pro'

/** A name as it sounds, for namesakes that are written otherwise: 曾国藩 is `zeng guo fan`. */
export function soundsOf(name: string): string {
  return pinyin(name, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'removed', v: true })
    .join(' ')
    .toLowerCase()
}
