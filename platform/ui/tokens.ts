/**
 * Colours, sizes and spaces, the same everywhere. `tokens.css` says them again for style sheets; a test holds the two
 * together and computes the contrast of every pair that carries text.
 */
export const lightColours = {
  text: '#1f1f1f',
  'text-soft': '#595959',
  surface: '#ffffff',
  page: '#f5f5f5',
  line: '#d9d9d9',
  'line-strong': '#6b6b6b',
  primary: '#0958d9',
  'primary-pressed': '#003eb3',
  'primary-back': '#e6f4ff',
  'on-primary': '#ffffff',
  near: '#874d00',
  'near-back': '#fffbe6',
  'near-line': '#ffe58f',
  over: '#a8071a',
  'over-back': '#fff1f0',
  'over-line': '#ffccc7',
  paused: '#3a4a63',
  'paused-back': '#eef2f7',
  'paused-line': '#c3cedd',
  done: '#135200',
  'done-back': '#f6ffed',
  'done-line': '#b7eb8f',
  danger: '#a8071a',
  'on-danger': '#ffffff',
  'flag-yellow': '#ffe58f',
  'flag-orange': '#ffbb96',
  'flag-red': '#a8071a',
  star: '#ad4e00',
  shade: '#1f1f1f99',
} as const

export type Colour = keyof typeof lightColours

/** For the street at noon and for weak eyes: black on white, no greys, lines instead of tints. */
export const sunlightColours: Readonly<Record<Colour, string>> = {
  text: '#000000',
  'text-soft': '#000000',
  surface: '#ffffff',
  page: '#ffffff',
  line: '#000000',
  'line-strong': '#000000',
  primary: '#002c8c',
  'primary-pressed': '#000000',
  'primary-back': '#ffffff',
  'on-primary': '#ffffff',
  near: '#612500',
  'near-back': '#ffffff',
  'near-line': '#612500',
  over: '#820014',
  'over-back': '#ffffff',
  'over-line': '#820014',
  paused: '#000000',
  'paused-back': '#ffffff',
  'paused-line': '#000000',
  done: '#092b00',
  'done-back': '#ffffff',
  'done-line': '#092b00',
  danger: '#820014',
  'on-danger': '#ffffff',
  'flag-yellow': '#ffffff',
  'flag-orange': '#ffffff',
  'flag-red': '#820014',
  star: '#612500',
  shade: '#000000cc',
}

/** Text on its ground. Each is at least 4.5:1 in both sets (WCAG 2.1, 1.4.3). */
export const textPairs = [
  ['text', 'surface'],
  ['text', 'page'],
  ['text', 'primary-back'],
  ['text', 'flag-yellow'],
  ['text', 'flag-orange'],
  ['on-danger', 'flag-red'],
  ['text-soft', 'surface'],
  ['text-soft', 'page'],
  ['primary', 'surface'],
  ['primary', 'page'],
  ['primary', 'primary-back'],
  ['on-primary', 'primary'],
  ['on-primary', 'primary-pressed'],
  ['near', 'near-back'],
  ['near', 'surface'],
  ['over', 'over-back'],
  ['over', 'surface'],
  ['paused', 'paused-back'],
  ['paused', 'surface'],
  ['done', 'done-back'],
  ['done', 'surface'],
  ['danger', 'surface'],
  ['danger', 'page'],
  ['on-danger', 'danger'],
  ['star', 'surface'],
] as const satisfies readonly (readonly [Colour, Colour])[]

/** Edges of things one can press or fill in, on their ground: at least 3:1 (WCAG 2.1, 1.4.11). */
export const edgePairs = [
  ['line-strong', 'surface'],
  ['line-strong', 'page'],
  ['primary', 'page'],
] as const satisfies readonly (readonly [Colour, Colour])[]

/** In pixels at the usual text size; style sheets have them in rem so that they grow with the text. */
export const spaces = { 1: 4, 2: 8, 3: 12, 4: 16, 5: 24, 6: 32 } as const

/** Least height of what one touches: thumbs in the field, old hands in the portal (适老化设计规范: 60). */
export const targets = { field: 48, portal: 60 } as const

/** The words of a case's state in the one language of states (shape and word always go with the colour). */
export const states = ['on-time', 'near', 'over', 'paused', 'mine', 'done'] as const
export type State = (typeof states)[number]

/** Foreground, ground and edge of a state. */
export const stateColours: Readonly<Record<State, { text: Colour; back: Colour; line: Colour }>> = {
  'on-time': { text: 'text', back: 'surface', line: 'line' },
  near: { text: 'near', back: 'near-back', line: 'near-line' },
  over: { text: 'over', back: 'over-back', line: 'over-line' },
  paused: { text: 'paused', back: 'paused-back', line: 'paused-line' },
  mine: { text: 'primary', back: 'primary-back', line: 'primary' },
  done: { text: 'done', back: 'done-back', line: 'done-line' },
}

export const fontFamily =
  "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif"

/** Relative luminance contrast of two opaque colours (WCAG 2.1, definition of contrast ratio). */
export function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
