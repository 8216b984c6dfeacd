import type { Kysely } from 'kysely'
import sharp from 'sharp'
import { gridMessages, type PostOnGrid } from '#modules/grid/common/index.ts'
import { gridRefusal, Responsibility } from '#modules/grid/server/index.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import { type Query, query } from '#platform/commands/server/command.ts'
import { listTable, printedTime, printPdf, widthOfText } from '#platform/documents/server/index.ts'
import { type Locale, translator } from '#platform/i18n/common/translate.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import * as contract from '../common/contract.ts'
import type { Paper } from '../common/paper.ts'
import { mapSheetMessages } from '../common/print-messages.ts'
import { refuse } from '../common/refusals.ts'
import { LineReader } from './line-store.ts'
import { drawSheet, type DrawnSheet, type SheetInput } from './map-sheet/draw-sheet.ts'
import { svgOf } from './map-sheet/svg.ts'
import { PhoneReader } from './phone-store.ts'
import type { Surroundings } from './surroundings.ts'
import type { PlacesTables } from './tables.ts'

interface Asked {
  readonly gridPath: string
  readonly deepest: number
  readonly paper: Paper
  readonly withPosts: boolean
  readonly locale: Locale
}

interface Caller {
  readonly read: Kysely<PlacesTables>
  readonly actor: Actor
  readonly now: Instant
}

/** Fine enough for a wall, and still a picture that opens: an A0 sheet has 15 million dots. */
const dotsPerInch: Readonly<Record<Paper, number>> = { A4: 200, A3: 200, A2: 150, A1: 110, A0: 100 }
const previewWidth = 1400
const pointsPerMillimetre = 72 / 25.4

export function gridMapQueries(around: Surroundings): readonly Query[] {
  return [
    query<PlacesTables, typeof contract.gridMapPdf>(contract.gridMapPdf, {
      async run(caller, asked) {
        const gathered = await gather(around, caller, asked)
        if (isRefusal(gathered)) return gathered
        const sheet = drawSheet(gathered.input, widthOfText)
        return { fileName: `${gathered.input.title}.pdf`, bytes: await asPdf(sheet, gathered, asked) }
      },
    }),
    query<PlacesTables, typeof contract.gridMapPicture>(contract.gridMapPicture, {
      async run(caller, { isPreview, ...asked }) {
        const gathered = await gather(around, caller, asked)
        if (isRefusal(gathered)) return gathered
        const sheet = drawSheet(gathered.input, widthOfText)
        const dots = isPreview ? previewWidth / sheet.width : dotsPerInch[asked.paper] / 25.4
        return { fileName: `${gathered.input.title}.png`, bytes: await asPicture(sheet, dots) }
      },
    }),
  ]
}

async function asPicture(sheet: DrawnSheet, dotsPerMillimetre: number): Promise<Uint8Array> {
  const svg = Buffer.from(svgOf(sheet, 'outlines'))
  // The painter knows 72 dots to the inch, so a density of 72 draws one dot per unit, here per millimetre.
  return sharp(svg, { density: 72 * dotsPerMillimetre, limitInputPixels: 40_000_000 })
    .flatten({ background: 'white' })
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer()
}

async function asPdf(
  sheet: DrawnSheet,
  { roster, input }: Gathered,
  { locale, withPosts }: Asked,
): Promise<Uint8Array> {
  const t = translator([mapSheetMessages], locale)
  const width = sheet.width * pointsPerMillimetre
  const height = sheet.height * pointsPerMillimetre
  const heads = [
    { name: t('sheet.number'), points: 40 },
    { name: t('sheet.grid') },
    { name: t('sheet.code'), points: 110 },
    ...(withPosts
      ? [
          { name: t('sheet.duty'), points: 80 },
          { name: t('sheet.holder'), points: 80 },
          { name: t('sheet.phone'), points: 90 },
        ]
      : []),
  ]
  return printPdf({
    info: { title: input.title },
    pageSize: { width, height },
    pageMargins: [36, 36, 36, 40],
    footer: (page, pages) =>
      page === 1
        ? ''
        : { text: t('sheet.page', { page, pages }), fontSize: 8, alignment: 'center', margin: [0, 12, 0, 0] },
    content: [
      { svg: svgOf(sheet, 'text'), width, height, absolutePosition: { x: 0, y: 0 } },
      { text: t('sheet.roster'), fontSize: 15, bold: true, pageBreak: 'before', margin: [0, 0, 0, 8] },
      listTable(heads, roster),
    ],
  })
}

interface Gathered {
  readonly input: SheetInput
  /** Rows of the whole list: number, grid, code, and one row per post. */
  readonly roster: readonly (readonly string[])[]
}

/** Everything that stands on the sheet, as the caller may see it. */
async function gather({ grids, posts, secrets, people }: Surroundings, { read, actor, now }: Caller, asked: Asked) {
  const { gridPath, deepest, withPosts, locale } = asked
  const top = grids.find(gridPath)
  if (!top) return gridRefusal['not-found']()
  const all = grids.under(gridPath).filter(({ level }) => level <= deepest)
  const listed = all.filter(({ level }) => level === deepest)
  if (listed.length === 0) return refuse['nothing-to-draw']({ grid: top.name, level: deepest })
  const db = read as unknown as Kysely<unknown>
  const on = dayOf(now)
  const onGrids = await new Responsibility(grids, posts).postsOnEach(
    db,
    listed.map(({ path }) => path),
  )
  const standing = [...onGrids].flatMap(([path, own]) => own.map(({ postId }) => ({ postId, gridPath: path })))
  const phones = withPosts ? await new PhoneReader(read, actor, secrets).ofPosts(standing) : new Map<string, string>()
  const lines = new LineReader(read, on)
  const course = async (kind: 'road' | 'river') =>
    (await lines.listIn(kind, gridPath)).flatMap(({ coordinates }) => coordinates)
  const t = translator([mapSheetMessages], locale)
  const duty = translator([gridMessages], locale)
  const numbers = new Map(listed.map(({ path }, i) => [path, String(i + 1)]))
  const levelWord = (level: number) => t(`sheet.level-${level as 1}`)
  const whoOf = (path: string) => {
    const [first] = mainPosts(onGrids.get(path) ?? [])
    if (!first) return { who: t('sheet.none'), isGap: true }
    const phone = phones.get(first.postId) ?? ''
    return first.holder === null
      ? { who: t('sheet.vacant', { phone }), isGap: true }
      : { who: t('sheet.who', { holder: first.holder, phone }), isGap: false }
  }
  const names = await people(db, [actor.personId])
  const input: SheetInput = {
    paper: asked.paper,
    title: t('sheet.title', { grid: top.name }),
    subtitle: t('sheet.subtitle', { count: listed.length, level: levelWord(deepest), day: on }),
    bounds: top.bounds,
    grids: all.map(grid => ({ ...grid, polygons: grids.outlineOf(grid.path) })),
    roads: await course('road'),
    rivers: await course('river'),
    rows: listed.map(({ path, name }) => ({
      ...{ number: numbers.get(path)!, name },
      ...(withPosts ? whoOf(path) : { who: '', isGap: false }),
    })),
    numberOf: path => numbers.get(path) ?? '',
    words: {
      legend: t('sheet.legend'),
      borders: [...new Set(all.map(({ level }) => level))].map(level => ({
        level,
        text: t('sheet.border', { level: levelWord(level) }),
      })),
      ...{ road: t('sheet.road'), river: t('sheet.river'), north: t('sheet.north') },
      list: t(withPosts ? 'sheet.list' : 'sheet.list-plain'),
      scale: n => t('sheet.scale', { n }),
      metres: n => (n >= 1000 ? t('sheet.kilometres', { n: n / 1000 }) : t('sheet.metres', { n })),
      more: count => t('sheet.more', { count }),
    },
    foot: t('sheet.foot', { name: names.get(actor.personId) ?? '', at: printedTime(now) }),
  }
  const roster = listed.flatMap(({ path, name, code }) => {
    const head = [numbers.get(path)!, name, code]
    const own = withPosts ? mainPosts(onGrids.get(path) ?? []) : []
    if (!withPosts) return [head]
    if (own.length === 0) return [[...head, '', t('sheet.none'), '']]
    return own.map(post => [
      ...head,
      duty(`duty.${post.duty}`),
      post.holder ?? t('sheet.vacant', { phone: '' }).trim(),
      phones.get(post.postId) ?? '',
    ])
  })
  return { input, roster }
}

/** Who is named on a map: leads, chiefs and workers. Cleaners and building heads stand in lists of their own. */
function mainPosts(own: readonly PostOnGrid[]): readonly PostOnGrid[] {
  return own.filter(({ duty }) => duty !== 'cleaner' && duty !== 'building-head')
}
