import type { Position } from '#platform/kernel/common/geometry.ts'
import { barMetres, type Paper, papers, roundScale } from '../../common/paper.ts'
import { type Box, type Measure, type Named, placeLabels } from './labels.ts'
import type { Mark } from './svg.ts'

export interface SheetGrid {
  readonly path: string
  readonly level: number
  readonly name: string
  readonly areaSquareMetres: number
  readonly labelPlace: { readonly lon: number; readonly lat: number }
  readonly polygons: readonly (readonly (readonly Position[])[])[]
}

export interface SheetRow {
  readonly number: string
  readonly name: string
  /** Who answers and by which phone; empty when the sheet shows no posts. */
  readonly who: string
  readonly isGap: boolean
}

export interface SheetInput {
  readonly paper: Paper
  readonly title: string
  readonly subtitle: string
  readonly bounds: readonly [west: number, south: number, east: number, north: number]
  /** Every grid drawn, of all levels. */
  readonly grids: readonly SheetGrid[]
  readonly roads: readonly (readonly Position[])[]
  readonly rivers: readonly (readonly Position[])[]
  /** One per grid of the deepest level, in the order of their numbers. */
  readonly rows: readonly SheetRow[]
  readonly numberOf: (path: string) => string
  readonly words: SheetWords
  readonly foot: string
}

export interface SheetWords {
  readonly legend: string
  readonly borders: readonly { readonly level: number; readonly text: string }[]
  readonly road: string
  readonly river: string
  readonly list: string
  readonly north: string
  readonly scale: (n: string) => string
  readonly metres: (n: number) => string
  readonly more: (count: number) => string
}

export interface DrawnSheet {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
  /** How many rows had no room beside the map. */
  readonly rowsLeft: number
  readonly scale: number
}

const ink = '#1f1f1f'
const soft = '#595959'
const gap = '#a8071a'
const paperWhite = '#ffffff'
const borderInk = ['#2b1055', '#4a1d8f', '#6a35b8', '#7d5a9e'] as const
const tints = ['#fdf2e6', '#e9f4fb', '#eef6e6', '#f8ecf6', '#fdf8dd', '#eaf5f2'] as const
const metresPerDegree = 111_195

/** One sheet: the map at a round scale, legend, north, scale bar, and the list of grids with who answers for each. */
export function drawSheet(input: SheetInput, measure: Measure): DrawnSheet {
  const [short, long] = papers[input.paper]
  const frame = frameOf(input, short, long, measure)
  const { width, height, unit } = frame
  const marks: Mark[] = []
  const text: Writer = (words, x, y, size, more = {}) => {
    marks.push({
      ...{ kind: 'text', text: words, x, y, size, width: measure(words, size) },
      ...{ anchor: more.anchor ?? 'start', colour: more.colour ?? ink, ...(more.rim ? { rim: more.rim } : {}) },
    })
  }
  const margin = 8 * unit
  text(input.title, width / 2, margin + 6 * unit, 7 * unit, { anchor: 'middle' })
  text(input.subtitle, width / 2, margin + 10.5 * unit, 2.6 * unit, { anchor: 'middle', colour: soft })
  const map: Box = { left: margin, top: margin + 13 * unit, right: frame.mapRight, bottom: height - margin - 4 * unit }
  const view = viewOf(input.bounds, map)
  marks.push(...ground(input, view, map, unit))
  marks.push({ kind: 'path', d: rectangle(map), stroke: ink, width: 0.3 * unit })
  marks.push(...names(input, view, unit, measure))
  const side = { left: map.right + 4 * unit, right: width - margin, top: map.top, bottom: map.bottom }
  const listTop = legend(input, side, view.scale, unit, marks, text)
  const rowsLeft = list(input, { ...side, top: listTop }, frame.columns, frame.letters, measure, text)
  text(input.foot, width - margin, height - margin + 1 * unit, 2.1 * unit, { anchor: 'end', colour: soft })
  return { width, height, marks, rowsLeft, scale: view.scale }
}

type XY = readonly [x: number, y: number]

type Writer = (
  words: string,
  x: number,
  y: number,
  size: number,
  more?: { anchor?: 'start' | 'middle' | 'end'; colour?: string; rim?: string },
) => void

const rowSize = 2.25
const rowHeight = 3.5
const columnWidth = 58

/** Name and who answers beside each other where they fit, else below each other. */
function linesOf({ name, who }: SheetRow, columnRoom: number, unit: number, measure: Measure): 1 | 2 {
  const size = rowSize * unit
  if (who === '') return 1
  return measure(name, size) + measure(who, size) + 2 * unit > columnRoom - 10 * unit ? 2 : 1
}

/** The sheet is turned to the shape of the ground; larger sheets have larger letters, but not as much larger. */
function frameOf({ bounds, rows, paper }: SheetInput, short: number, long: number, measure: Measure) {
  const [west, south, east, north] = bounds
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const unit = (papers[paper][0] / 210) ** 0.6
  const isWide = (east - west) * shrink >= (north - south) * 0.75
  const [width, height] = isWide ? [long, short] : [short, long]
  const { columns, letters } = columnsFor(rows, { width, height, unit }, measure)
  const side = Math.max(columns * columnWidth * letters, columnWidth * unit)
  return { width, height, unit, columns, letters, mapRight: width - 8 * unit - side - 4 * unit }
}

/** The list takes a third of the sheet at most: what is on the wall is a map. */
const mostListShare = 0.34
/** How far letters of the list may be made smaller before rows go to the pages after the sheet. */
const shrinks = [1, 0.85, 0.7, 0.6]

/** The largest letters with which the whole list finds room beside the map; never smaller than on the smallest sheet. */
function columnsFor(
  rows: SheetInput['rows'],
  { width, height, unit }: { readonly width: number; readonly height: number; readonly unit: number },
  measure: Measure,
): { readonly columns: number; readonly letters: number } {
  const ways = [...new Set(shrinks.map(shrink => Math.max(unit * shrink, Math.min(unit, 1))))].map(letters => {
    const most = Math.max(1, Math.floor((width * mostListShare) / (columnWidth * letters)))
    const lines = rows.reduce((sum, row) => sum + linesOf(row, columnWidth * letters, letters, measure), 0)
    // A row of two lines does not stand half in one column; the last line of all says how many are left out.
    const perColumn = Math.floor((height - 98 * unit) / (rowHeight * letters)) - 2
    const needed = Math.max(1, Math.ceil(lines / Math.max(1, perColumn)))
    return { letters, columns: Math.min(most, needed), isWhole: needed <= most }
  })
  return ways.find(({ isWhole }) => isWhole) ?? ways.at(-1)!
}

interface View {
  readonly scale: number
  readonly at: (position: Position) => readonly [x: number, y: number]
}

function viewOf([west, south, east, north]: SheetInput['bounds'], map: Box): View {
  const middle = (south + north) / 2
  const shrink = Math.cos((middle * Math.PI) / 180)
  const room = 4
  const across = roundScale((east - west) * shrink * metresPerDegree, map.right - map.left - room)
  const upwards = roundScale((north - south) * metresPerDegree, map.bottom - map.top - room)
  const scale = Math.max(across, upwards)
  const perDegree = (metresPerDegree * 1000) / scale
  const x0 = (map.left + map.right) / 2 - ((west + east) / 2) * shrink * perDegree
  const y0 = (map.top + map.bottom) / 2 + middle * perDegree
  return { scale, at: ([lon, lat]) => [x0 + lon * shrink * perDegree, y0 - lat * perDegree] }
}

function ground({ grids, roads, rivers }: SheetInput, { at }: View, map: Box, unit: number): Mark[] {
  const deepest = Math.max(...grids.map(({ level }) => level))
  const levels = [...new Set(grids.map(({ level }) => level))].sort((a, b) => b - a)
  // One colour for each grid right below the whole, so that the parts of a street or a community are seen at once.
  const below = Math.min(...levels)
  const tintOf = (path: string) => tints[Number(path.split('.')[below] ?? 0) % tints.length]!
  const line = (points: readonly Position[]) =>
    partsWithin(points.map(at), map)
      .map(part => pathThrough(part, false))
      .join('')
  const rings = (grid: SheetGrid) =>
    grid.polygons
      .flat()
      .map(ring => pathThrough(ring.map(at), true))
      .join('')
  return [
    ...grids
      .filter(({ level }) => level === deepest)
      .map((grid): Mark => ({ kind: 'path', d: rings(grid), fill: tintOf(grid.path) })),
    ...rivers.map((river): Mark => ({ kind: 'path', d: line(river), stroke: '#9cc4e4', width: 1.1 * unit })),
    ...roads.map((road): Mark => ({ kind: 'path', d: line(road), stroke: '#cfcac0', width: 0.45 * unit })),
    ...levels.flatMap(level =>
      grids
        .filter(grid => grid.level === level)
        .map(
          (grid): Mark => ({ kind: 'path', d: rings(grid), stroke: borderOf(level), width: weightOf(level) * unit }),
        ),
    ),
  ]
}

const borderOf = (level: number) => borderInk[Math.min(level, 4) - 1]!
const weightOf = (level: number) => Math.max(0.18, 1.1 - 0.27 * level)

function names({ grids, numberOf }: SheetInput, { at }: View, unit: number, measure: Measure): Mark[] {
  const deepest = Math.max(...grids.map(({ level }) => level))
  const inOrder = grids
    .filter(({ level }) => level === deepest || level === deepest - 1)
    .toSorted((a, b) => a.level - b.level || b.areaSquareMetres - a.areaSquareMetres)
  const wanted = inOrder.map((grid): Named => {
    const isDeepest = grid.level === deepest
    return {
      key: grid.path,
      text: isDeepest ? withoutParent(grid, grids) : grid.name,
      short: isDeepest ? numberOf(grid.path) : grid.name,
      at: at([grid.labelPlace.lon, grid.labelPlace.lat]),
      rings: grid.polygons.map(([outer]) => (outer ?? []).map(at)),
      size: (isDeepest ? 2.5 : 3.6) * unit,
    }
  })
  const colourOf = (key: string) => borderOf(key.split('.').length)
  return placeLabels(wanted, measure).flatMap(({ key, lines, size, at: [x, y] }) =>
    lines.map((words, i): Mark => {
      const base = y + (i - (lines.length - 1) / 2) * size * 1.15 + size * 0.36
      const width = measure(words, size)
      return {
        kind: 'text',
        text: words,
        x,
        y: base,
        size,
        width,
        anchor: 'middle',
        colour: colourOf(key),
        rim: paperWhite,
      }
    }),
  )
}

/** `和平社区3号网格` is `3号网格` on a map on which 和平社区 stands as well. */
function withoutParent({ path, name }: SheetGrid, grids: readonly SheetGrid[]): string {
  const parent = grids.find(grid => grid.path === path.slice(0, path.lastIndexOf('.')))
  return parent && name.length > parent.name.length && name.startsWith(parent.name)
    ? name.slice(parent.name.length)
    : name
}

function legend({ words }: SheetInput, side: Box, scale: number, unit: number, marks: Mark[], text: Writer): number {
  const { left, right } = side
  let y = side.top + 4 * unit
  const arrow = `M${right - 5 * unit} ${y - 3 * unit} l${2.2 * unit} ${9 * unit} l${-2.2 * unit} ${-2 * unit} l${-2.2 * unit} ${2 * unit} z`
  marks.push({ kind: 'path', d: arrow, fill: ink })
  text(words.north, right - 5 * unit, y + 9.5 * unit, 3 * unit, { anchor: 'middle' })
  text(words.legend, left, y, 3.4 * unit)
  const sample = (stroke: string, width: number, label: string) => {
    y += 4.4 * unit
    marks.push({ kind: 'path', d: `M${left} ${y - 1 * unit} h${8 * unit}`, stroke, width })
    text(label, left + 10 * unit, y, 2.4 * unit)
  }
  for (const { level, text: label } of words.borders) sample(borderOf(level), weightOf(level) * unit, label)
  sample('#cfcac0', 0.45 * unit, words.road)
  sample('#9cc4e4', 1.1 * unit, words.river)
  y += 7 * unit
  text(words.scale(scale.toLocaleString('en-US')), left, y, 2.6 * unit)
  const metres = barMetres(scale, Math.min(42 * unit, right - left - 12 * unit))
  const bar = (metres * 1000) / scale
  y += 2 * unit
  for (const [i, fill] of [ink, paperWhite, ink, paperWhite].entries()) {
    const d = `M${left + (bar * i) / 4} ${y} h${bar / 4} v${1.2 * unit} h${-bar / 4} z`
    marks.push({ kind: 'path', d, fill, stroke: ink, width: 0.15 * unit })
  }
  y += 4 * unit
  text('0', left, y, 2.1 * unit)
  text(words.metres(metres), left + bar, y, 2.1 * unit, { anchor: 'middle' })
  return y + 4 * unit
}

/** Rows in columns; a row whose words do not fit beside each other takes two lines. Answers how many had no room. */
function list(
  { rows, words }: SheetInput,
  side: Box,
  columns: number,
  unit: number,
  measure: Measure,
  text: Writer,
): number {
  const size = rowSize * unit
  const step = rowHeight * unit
  const columnRoom = (side.right - side.left) / columns
  text(words.list, side.left, side.top + step, 3 * unit)
  let column = 0
  let y = side.top + 2 * step
  for (const [i, row] of rows.entries()) {
    const { number, name, who, isGap } = row
    const numberRoom = 7 * unit
    const room = columnRoom - numberRoom - 3 * unit
    const lines = linesOf(row, columnRoom, unit, measure)
    if (y + (lines - 1) * step > side.bottom - (column === columns - 1 ? step : 0)) {
      column++
      y = side.top + 2 * step
      if (column >= columns) {
        text(words.more(rows.length - i), side.left + (columns - 1) * columnRoom, side.bottom, size, { colour: soft })
        return rows.length - i
      }
    }
    const left = side.left + column * columnRoom
    text(number, left, y, size, { colour: borderInk[2] })
    text(fitted(name, size, room, measure), left + numberRoom, y, size)
    if (who !== '') {
      if (lines === 2) y += step * 0.92
      const colour = isGap ? gap : soft
      if (lines === 2) text(fitted(who, size, room, measure), left + numberRoom, y, size, { colour })
      else text(who, left + columnRoom - 3 * unit, y, size, { anchor: 'end', colour })
    }
    y += step
  }
  return 0
}

/** Written smaller is not possible for one row alone; what is longer than the column ends with a sign that it goes on. */
function fitted(words: string, size: number, room: number, measure: Measure): string {
  if (measure(words, size) <= room) return words
  const letters = [...words]
  while (letters.length > 1 && measure(`${letters.join('')}…`, size) > room) letters.pop()
  return `${letters.join('')}…`
}

/** What of a line lies within the frame. Its points are close enough that none need be made where it leaves. */
function partsWithin(points: readonly XY[], { left, right, top, bottom }: Box): XY[][] {
  const parts: XY[][] = [[]]
  for (const point of points) {
    const isWithin = point[0] >= left && point[0] <= right && point[1] >= top && point[1] <= bottom
    if (isWithin) parts.at(-1)!.push(point)
    else if (parts.at(-1)!.length > 0) parts.push([])
  }
  return parts.filter(part => part.length > 1)
}

function pathThrough(points: readonly (readonly [number, number])[], isClosed: boolean): string {
  const steps = points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`)
  return `${steps.join('')}${isClosed ? 'Z' : ''}`
}

const rectangle = ({ left, top, right, bottom }: Box) => `M${left} ${top}H${right}V${bottom}H${left}Z`
