import { expect, it } from 'vitest'
import { rawColoursIn } from './check-css.ts'

it('finds raw colours in a style sheet and says where and what instead', () => {
  const css = '.a {\n  color: #fff;\n  border: 1px solid rgb(0 0 0);\n}\n'
  expect(rawColoursIn('platform/ui/field/page.css', css)).toEqual([
    expect.stringMatching(/^platform\/ui\/field\/page\.css:2 raw colour #fff: take a token/),
    expect.stringMatching(/^platform\/ui\/field\/page\.css:3 raw colour rgb\(/),
  ])
})

it('lets tokens, comments, ids and variables be', () => {
  expect(rawColoursIn('platform/ui/tokens.css', ':root { --ink: #111; }')).toEqual([])
  const css = '/* was\n#fff */\n#add { color: var(--ink); background: url(#bad-x); }'
  expect(rawColoursIn('apps/field/page.css', css)).toEqual([])
})
