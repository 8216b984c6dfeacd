/** Sheets of ISO 216, in millimetres, upright. */
export const papers = {
  A4: [210, 297],
  A3: [297, 420],
  A2: [420, 594],
  A1: [594, 841],
  A0: [841, 1189],
} as const
export type Paper = keyof typeof papers
export const paperNames = ['A4', 'A3', 'A2', 'A1', 'A0'] as const satisfies readonly Paper[]

/** Scales that people use on paper; the next larger one that lets the whole area fit is taken. */
const roundScales = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8]

/** The smallest round `N` of 1:N at which so many metres fit into so many millimetres. */
export function roundScale(metres: number, millimetres: number): number {
  const needed = (metres * 1000) / millimetres
  const power = 10 ** Math.floor(Math.log10(needed))
  const step = [...roundScales, 10].find(one => one * power >= needed * (1 - 1e-9))!
  return Math.round(step * power)
}

/** The length in metres of a scale bar that is at most so many millimetres long: 1, 2 or 5 times a power of ten. */
export function barMetres(scale: number, mostMillimetres: number): number {
  const most = (mostMillimetres * scale) / 1000
  const power = 10 ** Math.floor(Math.log10(most))
  return [5, 2, 1].find(one => one * power <= most)! * power
}
