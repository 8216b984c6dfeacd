import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { command } from '#platform/commands/server/command.ts'
import { refuse as refuseCommand } from '#platform/commands/common/refusals.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import type { CaseFile, CasePlace } from '../../common/case-file.ts'
import * as contract from '../../common/contract.ts'
import { decideSource } from '../../common/decide.ts'
import { clockOff } from '../../common/device-time.ts'
import { refuse } from '../../common/refusals.ts'
import { optionalText, requiredText, textsOf } from '../../common/texts.ts'
import { CaseStory } from '../case-story-store.ts'
import { followCodeFor, followCodeHash } from '../follow-code.ts'
import { numberedBy } from '../number-store.ts'
import { takeReceipt } from '../receipt-store.ts'
import { ReporterWriter } from '../reporter-store.ts'
import { attachPhotos } from '../attach-photos.ts'
import { type CasesWork, type Steps, subjectOf } from '../step.ts'
import type { GridLocator, Surroundings } from '../surroundings.ts'

export type Report = z.output<typeof contract.reportCase.input>
type Around = Pick<Surroundings, 'grids' | 'followKey' | 'secrets'>

export const reportCase = (around: Around, steps: Steps) =>
  command(contract.reportCase, {
    subject: subjectOf,
    async run(work: CasesWork, input) {
      const objection = decideSource(input.source, work.actor)
      if (objection) return objection
      const reported = await reportOnce(work, input, around, steps)
      return isRefusal(reported) ? reported : answer(reported.caseFile, around.followKey)
    },
  })

/** The report, once: sent again, it is found. `isNew` says which. */
export async function reportOnce(work: CasesWork, input: Report, around: Around, steps: Steps) {
  const texts = readTexts(input)
  if (isRefusal(texts)) return texts
  const place = placeOf(input, texts.address, around.grids)
  if (isRefusal(place)) return place
  const numbered = numberedBy(around.grids, place, work.now)
  const taken = await takeReceipt(work.tx, receiptFor(work, input, around.followKey), numbered)
  if (taken === 'request-reused') return refuseCommand['request-reused']()
  if (taken === 'case-id-taken') return refuse['case-id-taken']()
  if (taken === 'same') return { caseFile: await standing(work, input.caseId), isNew: false }
  const caseFile = await begin(work, input, { ...texts, place, number: taken.number }, around, steps)
  return isRefusal(caseFile) ? caseFile : { caseFile, isNew: true }
}

/** The answer to a copy of the report is the answer to the report, whatever happened to the case since. */
export function answer(caseFile: CaseFile, followKey: Uint8Array) {
  const { gridPath, gridNames, noGrid } = caseFile.place
  return {
    caseId: caseFile.id,
    number: caseFile.number,
    followCode: followCodeFor(followKey, caseFile.id),
    gridPath: noGrid ? null : gridPath,
    gridNames: [...gridNames],
    noGrid,
    version: 1,
  }
}

type Texts = Exclude<ReturnType<typeof readTexts>, { readonly refused: true }>

function readTexts(input: Report) {
  return textsOf({
    title: optionalText('title', input.title),
    description: requiredText('description', input.description),
    address: optionalText('address', input.address),
    name: optionalText('reporterName', input.reporter?.name),
    phone: optionalText('reporterPhone', input.reporter?.phone),
  })
}

/** Where no grid is known the top grid gets it, so that the centre sees it and nothing is lost. */
function placeOf({ place }: Report, address: string | null, grids: GridLocator) {
  const root = grids.root()
  const centre = { gridPath: root?.path ?? '1', gridNames: root ? [root.name] : [], noGrid: true }
  if (!place) return { point: null, accuracyMetres: null, frame: null, address, ...centre } satisfies CasePlace
  const { accuracyMetres = null, frame = 'wgs84' } = place
  const read = grids.read({ lon: place.lon, lat: place.lat, frame })
  if (isRefusal(read)) return read
  const grid = read.path === null ? centre : { gridPath: read.path, gridNames: read.names, noGrid: false }
  return { point: read.point, accuracyMetres, frame, address, ...grid } satisfies CasePlace
}

function receiptFor({ actor, requestId }: CasesWork, { sentAt: _, ...input }: Report, followKey: Uint8Array) {
  const { caseId } = input
  return {
    caseId,
    actorId: actor.personId,
    requestId,
    // Without the time of sending, which differs when the same report is sent again.
    inputHash: createHash('sha256').update(JSON.stringify(input)).digest('hex'),
    codeHash: followCodeHash(followKey, caseId, followCodeFor(followKey, caseId)),
  }
}

async function standing({ tx }: CasesWork, caseId: string): Promise<CaseFile> {
  const caseFile = await new CaseStory(tx).find(caseId)
  if (!caseFile) throw new Error(`case ${caseId} has a receipt but is not there`)
  return caseFile
}

interface Told extends Texts {
  readonly place: CasePlace
  readonly number: string
}

async function begin(work: CasesWork, input: Report, told: Told, around: Around, steps: Steps) {
  const { caseId, photos } = input
  const trouble = await attachPhotos(work, caseId, 'before', photos)
  if (trouble) return trouble
  const { title, description, place, number } = told
  const clockOffSeconds = clockOff(input.sentAt ?? input.madeAt ?? null, work.now)
  const made = { madeAt: input.madeAt ?? null, clockOffSeconds }
  const caseFile = steps.begin(work, {
    caseId,
    number,
    source: input.source,
    title,
    description,
    place,
    photos,
    ...made,
  })
  const { name, phone } = told
  if (name !== null || phone !== null) await new ReporterWriter(work.tx, around.secrets).add(caseId, { name, phone })
  return caseFile
}
