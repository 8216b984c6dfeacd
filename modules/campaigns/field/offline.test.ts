import { expect, test } from 'vitest'
import type { StockWorld } from '#platform/offline/field/index.ts'
import { campaignsOffline } from './offline.ts'

/** A phone whose server has one point for me, with a photo of what it was like. */
function phone(permissions: readonly string[]) {
  const lying = new Map([['campaign-photo-old', new ArrayBuffer(1)]])
  const answers: Readonly<Record<string, unknown>> = {
    'campaigns.my-points': { ordered: [{ pointId: 'one' }], surveyed: [] },
    'campaigns.list': { rows: [] },
    'campaigns.show-point': { pointId: 'one', photos: [{ fileId: 'wall', role: 'before' }] },
  }
  const world = {
    client: { query: async (name: string) => answers[name] },
    me: { permissions },
    keepOnly: async () => {},
    bytes: async () => new ArrayBuffer(5),
    keepBytes: async (name: string, bytes: ArrayBuffer | null) => {
      if (bytes === null) lying.delete(name)
      else lying.set(name, bytes)
    },
    keptNames: async () => [...lying.keys()],
  }
  return { world: world as unknown as StockWorld, lying }
}

test('what a point that was ordered to me looks like lies on the phone, and nothing of earlier ones', async () => {
  const { world, lying } = phone(['campaigns.handle'])
  await campaignsOffline.stock!(world)
  expect([...lying.keys()]).toEqual(['campaign-photo-wall'])
})

test('whoever works on no campaign any more has no picture of one', async () => {
  const { world, lying } = phone([])
  await campaignsOffline.stock!(world)
  expect([...lying.keys()]).toEqual([])
})
