import { expect, test } from 'vitest'
import { cleanLine, cleanText } from './clean-text.ts'

test('controls, marks that turn the direction and halves of characters are taken out; the rest is text', () => {
  expect(cleanText('a\u0000b\u0007c\u001b[31m')).toBe('abc[31m')
  expect(cleanText('\u202Egnp.exe')).toBe('gnp.exe')
  expect(cleanText('\ud83d 好 \udc00')).toBe('好')
  expect(cleanText('😀')).toBe('😀')
  expect(cleanText("'; drop table x; -- <b>%_\\</b>")).toBe("'; drop table x; -- <b>%_\\</b>")
  expect(cleanText('  一\r\n二\r三\t四 ')).toBe('一\n二\n三\t四')
  expect(cleanLine(' 一\r\n二\t三 ')).toBe('一 二 三')
})
