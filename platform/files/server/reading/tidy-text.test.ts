import { expect, test } from 'vitest'
import { tidyText } from './tidy-text.ts'

test('a Chinese word that goes on in the next line is one word again; other lines stay lines', () => {
  expect(tidyText('电动自行车应当在室外充\n电。\n第二条 严禁')).toBe('电动自行车应当在室外充电。\n第二条严禁')
  expect(tidyText('通  知\n\n\n  Line one \n line  two')).toBe('通知\nLine one\nline two')
})

test('what a database cannot hold is left out; what is no writing at all is nothing', () => {
  expect(tidyText('制度\u0000库\ud800')).toBe('制度库')
  expect(tidyText('\ue001\ue002\ue003 页')).toBeNull()
  expect(tidyText('  \n ')).toBe('')
  // Compatibility characters, as some writers of PDF leave them, are the usual ones.
  expect(tidyText('⽤⽔安全')).toBe('用水安全')
})
