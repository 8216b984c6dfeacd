import { describe, expect, test } from 'vitest'
import { OutOfReach } from '#platform/contract/common/client.ts'
import type { Client } from '#platform/contract/common/client.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import type { Upload } from '#platform/ui/ui/index.ts'
import type { KeptReport } from './kept-reports.ts'
import { sendReport } from './send-report.ts'

const report: KeptReport = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  requestId: '0199aaaa-0000-7000-8000-000000000002',
  state: 'waiting',
  personId: 'lin',
  source: 'worker',
  description: ' rubbish ',
  address: '',
  point: { lon: 113.7, lat: 34.76, accuracyMetres: 12, by: 'phone' },
  photos: [
    { blob: new Blob(['a']), fileId: null },
    { blob: new Blob(['b']), fileId: null },
  ],
  madeAt: '2026-11-23T12:00:00.000Z',
  reason: null,
}

/** A server that lets `good` photos through and then loses the line. */
function world(good: number) {
  const uploads: Blob[] = []
  const sent: unknown[] = []
  const kept: KeptReport[] = []
  const upload: Upload = async blob => {
    if (uploads.length >= good) throw new OutOfReach(0)
    uploads.push(blob)
    const place = { contentType: 'image/jpeg', width: 1, height: 1, takenAt: null, place: null }
    return { fileId: `file-${uploads.length}`, ...place }
  }
  // Only this one command is asked of the client here.
  const command = (async (name: string, input: unknown, options: unknown) => {
    sent.push({ name, input, options })
    return { number: '2026-1' }
  }) as unknown as Client['command']
  return { uploads, sent, kept, send: (one: KeptReport) => sendReport(one, { client: { command }, upload, keep }) }
  async function keep(one: KeptReport) {
    kept.push(one)
  }
}

describe('sending a kept report', () => {
  test('a photo that arrived before the line broke is not sent twice', async () => {
    const first = world(1)
    await expect(first.send(report)).rejects.toThrow(OutOfReach)
    expect(first.sent).toEqual([])
    const half = first.kept.at(-1)!
    expect(half.photos.map(photo => photo.fileId)).toEqual(['file-1', null])

    const second = world(9)
    const answer = await second.send(half)
    expect(isRefusal(answer)).toBe(false)
    expect(second.uploads).toHaveLength(1)
  })

  test('every try carries the same request id and only what is known', async () => {
    const { send, sent } = world(9)
    await send(report)
    await send({ ...report, point: null, photos: [] })
    expect(sent).toMatchObject([
      { options: { requestId: report.requestId } },
      { options: { requestId: report.requestId } },
    ])
    expect(sent[0]).toMatchObject({ input: { description: 'rubbish', photos: ['file-1', 'file-2'] } })
    expect(sent[1]).not.toHaveProperty('input.place')
    expect(sent[0]).not.toHaveProperty('input.address')
  })
})
