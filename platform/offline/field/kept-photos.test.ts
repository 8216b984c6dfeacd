import { expect, test } from 'vitest'
import { keptPhotoLimits, keptPhotoName, takePhotos } from './kept-photos.ts'

function phone(sizeOf: (path: string) => number | null) {
  const there = new Map<string, ArrayBuffer>([['map-base', new ArrayBuffer(9)]])
  const fetched: string[] = []
  const world = {
    async bytes(path: string) {
      fetched.push(path)
      const size = sizeOf(path)
      return size === null ? null : new ArrayBuffer(size)
    },
    async keepBytes(name: string, bytes: ArrayBuffer | null) {
      if (bytes === null) there.delete(name)
      else there.set(name, bytes)
    },
    keptNames: async () => [...there.keys()],
  }
  return { world, there, fetched }
}

test('photos of today lie there, those of yesterday go, what is there is not fetched again, the map stays', async () => {
  const { world, there, fetched } = phone(() => 10)
  await takePhotos(world, 'photo', ['a', 'b'])
  await takePhotos(world, 'photo', ['b', 'c', 'c'])
  expect([...there.keys()].sort()).toEqual(['map-base', 'photo-b', 'photo-c'])
  expect(fetched).toEqual(['/api/files/a?size=small', '/api/files/b?size=small', '/api/files/c?size=small'])
  await takePhotos(world, 'campaign-photo', ['d'])
  await takePhotos(world, 'photo', [])
  expect([...there.keys()], 'each module clears its own shelf').toEqual(['map-base', 'campaign-photo-d'])
})

test('no more than the stated size: so many, none too large, and what the server does not give is left out', async () => {
  const large = phone(path =>
    path.includes('huge') ? keptPhotoLimits.bytesEach + 1 : path.includes('gone') ? null : 1,
  )
  await takePhotos(large.world, 'photo', ['huge', 'gone', 'fits'])
  expect([...large.there.keys()]).toEqual(['map-base', keptPhotoName('photo', 'fits')])
  const many = phone(() => 1)
  await takePhotos(
    many.world,
    'photo',
    Array.from({ length: keptPhotoLimits.photos + 5 }, (_, n) => `${n}`),
  )
  expect(many.there.size - 1).toBe(keptPhotoLimits.photos)
})
