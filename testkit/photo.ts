import sharp from 'sharp'
import type { Neighbour, Town } from './town.ts'

/** A small JPEG that is a photo of nothing. */
export function plainPhoto(): Promise<Buffer> {
  return sharp({ create: { width: 640, height: 480, channels: 3, background: '#8aa' } })
    .jpeg()
    .toBuffer()
}

type Sender = Pick<Neighbour, 'cookie'> & { readonly key?: string }

/** Sends bytes as a phone sends a photo, or a machine with its key; answers with status and body. */
export async function sendPhoto(town: Town, who: Sender, content: Buffer) {
  const boundary = 'x-wangge-photo'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`
  const reply = await town.app.inject({
    method: 'POST',
    url: '/api/files',
    headers: {
      'x-wangge': '1',
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...(who.cookie ? { cookie: who.cookie } : {}),
      ...(who.key ? { authorization: `Bearer ${who.key}` } : {}),
    },
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
  return { status: reply.statusCode, body: reply.json<{ fileId?: string; code?: string }>() }
}
