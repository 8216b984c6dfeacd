import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast, edgePairs, lightColours, stateColours, states, sunlightColours, textPairs } from './tokens.ts'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const sets = { light: lightColours, sunlight: sunlightColours }

function declared(block: string): Record<string, string> {
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]+);/g)].map(([, name, value]) => [name, value]))
}

describe('tokens', () => {
  test('contrast is computed as WCAG defines it', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  test.each(Object.entries(sets))('%s: text is readable on its ground', (_, colours) => {
    const weak = textPairs.filter(([text, back]) => contrast(colours[text], colours[back]) < 4.5)
    expect(weak).toEqual([])
  })

  test.each(Object.entries(sets))('%s: edges of controls are seen', (_, colours) => {
    const weak = edgePairs.filter(([edge, back]) => contrast(colours[edge], colours[back]) < 3)
    expect(weak).toEqual([])
  })

  test.each(Object.entries(sets))('%s: every state is readable', (_, colours) => {
    const weak = states.filter(state => {
      const { text, back } = stateColours[state]
      return contrast(colours[text], colours[back]) < 4.5
    })
    expect(weak).toEqual([])
  })

  test('the style sheet says the same', () => {
    const [light = '', sunlight = ''] = css.split("[data-contrast='high']")
    expect(declared(light)).toEqual(lightColours)
    expect(declared(sunlight)).toEqual(sunlightColours)
  })
})
