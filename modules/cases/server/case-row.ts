import { jsonText } from '#platform/db/server/json-value.ts'
import { keptWords, wordsColumn, wordsOf } from '#platform/search/server/words.ts'
import type { CaseFile, Procedure } from '../common/case-file.ts'
import { nextAction } from '../common/actions.ts'
import { notInThisStatus } from '../common/deciding.ts'
import { procedureAtStart } from '../common/reduce.ts'
import type { CasesTables } from './tables.ts'

/** The columns that make up a case. What the database derives (places, spot, words) is not read back. */
export const caseColumns = [
  'id',
  'number',
  'status',
  'source',
  'title',
  'description',
  'lon',
  'lat',
  'accuracy_metres',
  'frame',
  'address',
  'grid_path',
  'grid_names',
  'no_grid',
  'class_kind',
  'class_code',
  'class_name',
  'unit_id',
  'post_id',
  'owner_id',
  'dispatched_by',
  'handled_by',
  'photos',
  'rework_count',
  'into_id',
  'into_number',
  'rating',
  'made_at',
  'clock_off_seconds',
  'reported_at',
  'since',
  'version',
  'procedure',
] as const

export type CaseColumns = Pick<CasesTables['cases.case_file'], (typeof caseColumns)[number]>

/** The border between rows and the domain: in … */
export function toCaseFile(row: CaseColumns): CaseFile {
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    source: row.source,
    title: row.title,
    description: row.description,
    place: {
      point: row.lon === null || row.lat === null ? null : { lon: row.lon, lat: row.lat },
      accuracyMetres: row.accuracy_metres,
      frame: row.frame,
      address: row.address,
      gridPath: row.grid_path,
      gridNames: row.grid_names,
      noGrid: row.no_grid,
    },
    classKind: row.class_kind,
    classCode: row.class_code,
    className: row.class_name,
    unitId: row.unit_id,
    postId: row.post_id,
    ownerId: row.owner_id,
    dispatchedBy: row.dispatched_by,
    handledBy: row.handled_by,
    photos: row.photos,
    reworkCount: row.rework_count,
    joinedInto:
      row.into_id === null || row.into_number === null ? null : { caseId: row.into_id, number: row.into_number },
    rating: row.rating,
    madeAt: row.made_at,
    clockOffSeconds: row.clock_off_seconds,
    reportedAt: row.reported_at,
    since: row.since,
    version: row.version,
    // Only what is other than at the start is written.
    procedure: { ...procedureAtStart, ...row.procedure },
  }
}

/**
 * … and out, as the driver takes values: JSON as text, and the words that the case is found by. In parts, since most steps
 * leave alone what was told and how it was filed; then neither the database works out places and words anew.
 */
const rowParts = {
  told: (caseFile: CaseFile) => ({
    id: caseFile.id,
    number: caseFile.number,
    source: caseFile.source,
    title: caseFile.title,
    description: caseFile.description,
    lon: caseFile.place.point?.lon ?? null,
    lat: caseFile.place.point?.lat ?? null,
    accuracy_metres: caseFile.place.accuracyMetres,
    frame: caseFile.place.frame,
    address: caseFile.place.address,
    grid_path: caseFile.place.gridPath,
    grid_names: [...caseFile.place.gridNames],
    no_grid: caseFile.place.noGrid,
    owner_id: caseFile.ownerId,
    made_at: caseFile.madeAt,
    clock_off_seconds: caseFile.clockOffSeconds,
    reported_at: caseFile.reportedAt,
  }),
  filed: ({ classKind, classCode, className }: CaseFile) => ({
    class_kind: classKind,
    class_code: classCode,
    class_name: className === null ? null : JSON.stringify(className),
  }),
  found: (caseFile: CaseFile) => ({ words: keptWords(searchedTexts(caseFile)) }),
  standing: (caseFile: CaseFile) => ({
    status: caseFile.status,
    unit_id: caseFile.unitId,
    post_id: caseFile.postId,
    dispatched_by: caseFile.dispatchedBy,
    handled_by: caseFile.handledBy,
    photos: JSON.stringify(caseFile.photos),
    rework_count: caseFile.reworkCount,
    into_id: caseFile.joinedInto?.caseId ?? null,
    into_number: caseFile.joinedInto?.number ?? null,
    rating: caseFile.rating === null ? null : JSON.stringify(caseFile.rating),
    since: caseFile.since,
    version: caseFile.version,
    procedure: JSON.stringify(otherThanAtStart(caseFile.procedure)),
    level: caseFile.procedure.level,
    work_path: caseFile.procedure.workPath,
    claimed_by: caseFile.procedure.claimedBy,
    suspended_until: caseFile.procedure.suspendedUntil,
    is_simple: caseFile.procedure.isSimple,
    is_held_up: isHeldUp(caseFile),
  }),
}

export type RowPart = keyof typeof rowParts

export const wholeRow: readonly RowPart[] = ['told', 'filed', 'found', 'standing']

/** The parts of the row that a step made others. */
export function changedParts(before: CaseFile, after: CaseFile): readonly RowPart[] {
  const isFiledAnew =
    before.classKind !== after.classKind ||
    before.classCode !== after.classCode ||
    JSON.stringify(before.className) !== JSON.stringify(after.className)
  if (!isToldTheSame(before, after)) return wholeRow
  return isFiledAnew ? ['filed', 'found', 'standing'] : ['standing']
}

function isToldTheSame(before: CaseFile, after: CaseFile): boolean {
  const told = rowParts.told(after)
  return Object.entries(rowParts.told(before)).every(([column, value]) => {
    const now = told[column as keyof typeof told]
    return value === now || (Array.isArray(value) && JSON.stringify(value) === JSON.stringify(now))
  })
}

type PlainRow = ReturnType<(typeof rowParts)['told']> &
  ReturnType<(typeof rowParts)['filed']> &
  ReturnType<(typeof rowParts)['found']> &
  ReturnType<(typeof rowParts)['standing']>

function plainRow(caseFile: CaseFile, parts: readonly RowPart[] = wholeRow): PlainRow {
  return Object.assign({}, ...parts.map(part => rowParts[part](caseFile))) as PlainRow
}

/** A row for many at once. */
export function toRow(caseFile: CaseFile) {
  const { class_name, rating, words: _, ...row } = plainRow(caseFile)
  return {
    ...row,
    class_name: class_name === null ? null : jsonText<NonNullable<CaseFile['className']>>(class_name),
    photos: jsonText<CaseFile['photos']>(row.photos),
    rating: rating === null ? null : jsonText<NonNullable<CaseFile['rating']>>(rating),
    procedure: jsonText<Partial<Procedure>>(row.procedure),
    words: wordsColumn(searchedTexts(caseFile)),
  }
}

/** The columns of some parts of one row with their values, for the statements that every step passes. */
export function toParameters(
  caseFile: CaseFile,
  parts: readonly RowPart[],
): { columns: readonly (keyof PlainRow)[]; values: readonly unknown[] } {
  const row = plainRow(caseFile, parts)
  return { columns: Object.keys(row) as (keyof PlainRow)[], values: Object.values(row) }
}

/** How a column is given its value, where the parameter alone would not do. */
export function writtenAs(column: keyof PlainRow, parameter: string): string {
  return column === 'words' ? wordsOf(parameter) : parameter
}

/** Most of a procedure never happens to a case. */
function otherThanAtStart(procedure: Procedure): Partial<Procedure> {
  const isOther = ([part, value]: [string, unknown]) => {
    const start: unknown = procedureAtStart[part as keyof Procedure]
    return value !== start && !(Array.isArray(value) && value.length === 0 && Array.isArray(start))
  }
  return Object.fromEntries(Object.entries(procedure).filter(isOther))
}

/** Whether something beside the status keeps the next step from being taken. */
function isHeldUp(caseFile: CaseFile): boolean {
  const action = nextAction[caseFile.status]
  return action !== null && notInThisStatus(action, caseFile) !== null
}

/** What a case is found by. Nothing about the reporter: that is kept apart on purpose. */
function searchedTexts({ number, title, description, place, className, classCode }: CaseFile) {
  return [number, title, description, place.address, ...place.gridNames, className?.['zh-CN'], className?.en, classCode]
}
