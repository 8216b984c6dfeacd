import { crc32, deflateSync, gzipSync } from 'node:zlib'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { isRefusal } from '../../kernel/common/refusal.ts'
import { developPhoto } from './develop-photo.ts'

const plain = () => sharp({ create: { width: 1200, height: 800, channels: 3, background: '#7a9e7e' } })

function develop(sent: Buffer) {
  return developPhoto(sent)
}

async function developed(sent: Buffer) {
  const photo = await develop(sent)
  if (isRefusal(photo)) throw new Error(`refused: ${photo.code}`)
  return photo
}

async function refusedAs(sent: Buffer) {
  const answer = await develop(sent)
  return isRefusal(answer) ? answer.code : 'taken'
}

test('time and place are read from the photo, and nothing of them stays in what is kept', async () => {
  const sent = await plain()
    .withExif({
      IFD0: { Make: 'Phone', Artist: 'Li Si' },
      IFD2: { DateTimeOriginal: '2026:09:01 10:20:30', OffsetTimeOriginal: '+08:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '34/1 45/1 3600/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '113/1 42/1 0/1',
      },
    })
    .jpeg()
    .toBuffer()
  const photo = await developed(sent)
  expect(photo.takenAt).toBe('2026-09-01T02:20:30.000Z')
  expect(photo.place).toEqual({ lon: 113.7, lat: 34.76 })
  expect(sent.includes('Li Si')).toBe(true)
  for (const kept of [photo.large, photo.small]) {
    expect((await sharp(kept).metadata()).exif).toBeUndefined()
    expect(kept.includes('Li Si')).toBe(false)
  }
})

test('a photo taken sideways is kept upright', async () => {
  const photo = await developed(await plain().withMetadata({ orientation: 6 }).jpeg().toBuffer())
  expect([photo.width, photo.height]).toEqual([800, 1200])
})

test('large pictures are made smaller, small ones are not blown up', async () => {
  const wide = sharp({ create: { width: 5000, height: 1000, channels: 3, background: 'white' } })
  expect((await developed(await wide.jpeg().toBuffer())).width).toBe(2048)
  const tiny = sharp({ create: { width: 90, height: 60, channels: 4, background: '#ff000080' } })
  expect((await developed(await tiny.png().toBuffer())).width).toBe(90)
})

test('the kind is read from the content, not from the name', async () => {
  const files = {
    script: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    page: Buffer.from('<!doctype html><script>alert(1)</script>'),
    program: Buffer.from('4d5a90000300000004000000ffff0000', 'hex'),
    zip: Buffer.concat([Buffer.from('504b030414000000', 'hex'), Buffer.alloc(64)]),
    gzip: gzipSync(Buffer.alloc(10_000_000)),
    nothing: Buffer.alloc(12),
  }
  for (const [name, content] of Object.entries(files)) {
    expect([name, await refusedAs(content)]).toEqual([name, 'files/not-a-photo'])
  }
})

test('a JPEG head on something else, and a photo cut in the middle, cannot be opened', async () => {
  const whole = await plain().jpeg().toBuffer()
  const disguised = Buffer.concat([whole.subarray(0, 20), Buffer.from('#!/bin/sh\nexit 0\n'.repeat(50))])
  expect((await fileTypeFromBuffer(disguised))?.mime).toBe('image/jpeg')
  expect(await refusedAs(disguised)).toBe('files/unreadable')
  expect(await refusedAs(whole.subarray(0, whole.length >> 1))).toBe('files/unreadable')
})

test('a picture built to burst is refused before it is unpacked', async () => {
  const bomb = pngOf(30_000, 30_000)
  expect(bomb.length).toBeLessThan(2_000_000)
  expect(await refusedAs(bomb)).toBe('files/unreadable')
})

/** A valid PNG of one bit a pixel: small on the wire, enormous in memory. */
function pngOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc((1 + Math.ceil(width / 8)) * height))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
