import type { Client } from '#platform/contract/common/client.ts'
import { isRefusal, type Refusal } from '#platform/kernel/common/refusal.ts'
import type { Upload } from '#platform/ui/ui/index.ts'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import type { reportCase } from '../common/contract.ts'
import type { KeptReport } from './kept-reports.ts'

export type Reported = OutputOf<typeof reportCase>

export interface SendWorld {
  readonly client: Pick<Client, 'command'>
  readonly upload: Upload
  readonly keep: (report: KeptReport) => Promise<void>
}

/**
 * Sends a kept report: first the photos that have not arrived, then the words. Each photo that arrives is noted at
 * once, so that a line that breaks in between costs nothing. Throws when the line is down; the report stays as it is.
 */
export async function sendReport(report: KeptReport, { client, upload, keep }: SendWorld): Promise<Reported | Refusal> {
  let current = report
  for (const [at, photo] of report.photos.entries()) {
    if (photo.fileId !== null || photo.blob === null) continue
    const answer = await upload(photo.blob, () => {})
    if (isRefusal(answer)) return answer
    const photos = current.photos.map((one, n) => (n === at ? { ...one, fileId: answer.fileId } : one))
    current = { ...current, photos }
    await keep(current)
  }
  return client.command<typeof reportCase>('cases.report', inputOf(current), { requestId: current.requestId })
}

export function inputOf({ id, source, description, address, point, photos, madeAt }: KeptReport) {
  const words = address.trim()
  return {
    caseId: id,
    source,
    description: description.trim(),
    photos: photos.flatMap(({ fileId }) => (fileId ? [fileId] : [])),
    madeAt,
    ...(point ? { place: placeOf(point) } : {}),
    ...(words ? { address: words } : {}),
  }
}

function placeOf({ lon, lat, accuracyMetres }: NonNullable<KeptReport['point']>) {
  return { lon, lat, ...(accuracyMetres === undefined ? {} : { accuracyMetres }) }
}
