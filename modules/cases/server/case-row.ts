import { jsonValue } from '#platform/db/server/json-value.ts'
import { wordsColumn } from '#platform/search/server/words.ts'
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

/** … and out. */
export function toRow(caseFile: CaseFile) {
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
    class_name: caseFile.className === null ? null : jsonValue(caseFile.className),
    unit_id: caseFile.unitId,
    post_id: caseFile.postId,
    owner_id: caseFile.ownerId,
    dispatched_by: caseFile.dispatchedBy,
    handled_by: caseFile.handledBy,
    photos: jsonValue(caseFile.photos),
    rework_count: caseFile.reworkCount,
    into_id: caseFile.joinedInto?.caseId ?? null,
    into_number: caseFile.joinedInto?.number ?? null,
    rating: caseFile.rating === null ? null : jsonValue(caseFile.rating),
    made_at: caseFile.madeAt,
    clock_off_seconds: caseFile.clockOffSeconds,
    reported_at: caseFile.reportedAt,
    since: caseFile.since,
    version: caseFile.version,
    procedure: jsonValue(caseFile.procedure),
    level: caseFile.procedure.level,
    work_path: caseFile.procedure.workPath,
    claimed_by: caseFile.procedure.claimedBy,
    suspended_until: caseFile.procedure.suspendedUntil,
    is_simple: caseFile.procedure.isSimple,
    is_held_up: isHeldUp(caseFile),
    words: wordsColumn(searchedTexts(caseFile)),
  }
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
