import { jsonText } from '#platform/db/server/json-value.ts'
import { keptWords, wordsColumn, wordsOf } from '#platform/search/server/words.ts'
import type { CaseFile } from '../common/case-file.ts'
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
    // A part of the procedure that came later is as at the start in cases that were written before.
    procedure: { ...procedureAtStart, ...row.procedure },
  }
}

/** … and out, as the driver takes values: JSON as text, and the words that the case is found by. */
function plainRow(caseFile: CaseFile) {
  const { place } = caseFile
  return {
    id: caseFile.id,
    number: caseFile.number,
    status: caseFile.status,
    source: caseFile.source,
    title: caseFile.title,
    description: caseFile.description,
    lon: place.point?.lon ?? null,
    lat: place.point?.lat ?? null,
    accuracy_metres: place.accuracyMetres,
    frame: place.frame,
    address: place.address,
    grid_path: place.gridPath,
    grid_names: [...place.gridNames],
    no_grid: place.noGrid,
    class_kind: caseFile.classKind,
    class_code: caseFile.classCode,
    class_name: caseFile.className === null ? null : JSON.stringify(caseFile.className),
    unit_id: caseFile.unitId,
    post_id: caseFile.postId,
    owner_id: caseFile.ownerId,
    dispatched_by: caseFile.dispatchedBy,
    handled_by: caseFile.handledBy,
    photos: JSON.stringify(caseFile.photos),
    rework_count: caseFile.reworkCount,
    into_id: caseFile.joinedInto?.caseId ?? null,
    into_number: caseFile.joinedInto?.number ?? null,
    rating: caseFile.rating === null ? null : JSON.stringify(caseFile.rating),
    made_at: caseFile.madeAt,
    clock_off_seconds: caseFile.clockOffSeconds,
    reported_at: caseFile.reportedAt,
    since: caseFile.since,
    version: caseFile.version,
    procedure: JSON.stringify(caseFile.procedure),
    level: caseFile.procedure.level,
    work_path: caseFile.procedure.workPath,
    claimed_by: caseFile.procedure.claimedBy,
    suspended_until: caseFile.procedure.suspendedUntil,
    is_simple: caseFile.procedure.isSimple,
    is_held_up: isHeldUp(caseFile),
    words: keptWords(searchedTexts(caseFile)),
  }
}

type PlainRow = ReturnType<typeof plainRow>

/** A row for many at once. */
export function toRow(caseFile: CaseFile) {
  const { class_name, rating, words: _, ...row } = plainRow(caseFile)
  return {
    ...row,
    class_name: class_name === null ? null : jsonText<NonNullable<CaseFile['className']>>(class_name),
    photos: jsonText<CaseFile['photos']>(row.photos),
    rating: rating === null ? null : jsonText<NonNullable<CaseFile['rating']>>(rating),
    procedure: jsonText<CaseFile['procedure']>(row.procedure),
    words: wordsColumn(searchedTexts(caseFile)),
  }
}

/** Every column of one row with its value, for the statements that every step passes. */
export function toParameters(caseFile: CaseFile): { columns: readonly (keyof PlainRow)[]; values: readonly unknown[] } {
  const row = plainRow(caseFile)
  return { columns: Object.keys(row) as (keyof PlainRow)[], values: Object.values(row) }
}

/** How a column is given its value, where the parameter alone would not do. */
export function writtenAs(column: keyof PlainRow, parameter: string): string {
  return column === 'words' ? wordsOf(parameter) : parameter
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
