import { zipSync } from 'fflate'
import pg from 'pg'
import { expect, test } from 'vitest'
import type { listInbox } from '#platform/inbox/common/contract.ts'
import type { InputOf, OutputOf } from '#platform/contract/common/endpoint.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { printPdf } from '#platform/documents/server/index.ts'
import { pdfBomb, pdfInSong } from '#testkit/pdf.ts'
import { buildTown, type Neighbour } from '#testkit/town.ts'
import type * as contract from '../common/contract.ts'

const town = await buildTown()
const centre = await town.as('street-centre')
const worker = await town.as('grid-worker')
const next = await town.as('grid-worker-next')

async function list(as: Neighbour, input: Partial<InputOf<typeof contract.listInstitutions>> = {}) {
  const answer = await as.query<typeof contract.listInstitutions>('institutions.list', { limit: 100, ...input })
  if (isRefusal(answer)) throw new Error(answer.code)
  return answer
}
async function show(as: Neighbour, documentId: string): Promise<OutputOf<typeof contract.showInstitution>> {
  const answer = await as.query<typeof contract.showInstitution>('institutions.show', { documentId })
  if (isRefusal(answer)) throw new Error(answer.code)
  return answer
}
type Publishing = InputOf<typeof contract.publishInstitution>
const usual = (more: Partial<Publishing> = {}): Publishing => ({
  ...{ documentId: newId(), seenVersion: 0, number: `测制〔2026〕${newId().slice(-6)}号`, kind: 'procedure' },
  ...{ title: '楼道充电劝导办法', body: '# 怎么劝\n先讲火灾，再帮着推到充电棚。', inForceFrom: '2026-09-15' },
  ...{ inForceUntil: null, areas: [], readerRoles: ['grid-worker'], readerGrid: null, asksAgain: true },
  ...{ changeNote: '', files: [] },
  ...more,
})
const publish = (input: Publishing, as = centre) =>
  as.command<typeof contract.publishInstitution>('institutions.publish', input)
const acknowledge = (documentId: string, version: number, as = worker) =>
  as.command<typeof contract.acknowledge>('institutions.acknowledge', { documentId, version })
/** A paper as the form sends it. */
async function send(who: Neighbour, bytes: Uint8Array, filename: string) {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), filename)
  const encoded = new Response(form)
  const reply = await town.app.inject({
    ...{ method: 'POST', url: '/api/papers', payload: Buffer.from(await encoded.arrayBuffer()) },
    headers: { cookie: who.cookie, 'x-wangge': '1', 'content-type': encoded.headers.get('content-type')! },
  })
  return reply.json() as { fileId: string; name: string; code?: string }
}
async function waiting(as: Neighbour, documentId: string) {
  const answer = await as.query<typeof listInbox>('inbox.list', { limit: 100 })
  if (isRefusal(answer)) throw new Error(answer.code)
  return answer.rows.filter(item => item.subjectId.startsWith(`${documentId}.`))
}

test('the town has its rules and a year of notices with period and area', async () => {
  const { rows } = await list(worker)
  expect(rows.filter(({ kind }) => kind === 'notice')).toHaveLength(28)
  expect(rows.filter(({ kind }) => kind !== 'notice').length).toBeGreaterThanOrEqual(20)
  expect(rows.filter(({ kind, inForceUntil }) => kind === 'notice' && inForceUntil === null)).toEqual([])
  const states = new Set(rows.map(({ standing }) => standing))
  expect(states).toEqual(new Set(['in-force', 'coming', 'ended', 'repealed']))
  expect((await list(worker, { standing: 'repealed' })).rows.map(({ title }) => title)).toEqual(['网格员签到打卡办法'])
})

test('what must be read waits in the inbox of those who must, once, until they have', async () => {
  const input = usual()
  const { documentId } = input
  const published = await publish(input)
  expect(published).toMatchObject({ version: 1 })
  expect(await waiting(worker, documentId)).toMatchObject([{ task: 'read', title: '楼道充电劝导办法' }])
  expect(await waiting(centre, documentId)).toEqual([])
  expect(await show(worker, documentId)).toMatchObject({ mustRead: true, hasRead: false, acknowledgedAt: null })
  expect(await acknowledge(documentId, 1)).toEqual({ documentId, version: 1 })
  expect(await waiting(worker, documentId)).toEqual([])
  expect(await waiting(next, documentId)).toHaveLength(1)
  expect(await show(worker, documentId)).toMatchObject({ hasRead: true, acknowledgedAt: expect.any(String) })
  const readers = await centre.query<typeof contract.listReaders>('institutions.readers', { documentId })
  expect(readers).toMatchObject({ read: 1, total: (published as { asked: number }).asked })

  // Asked again by the clock, nobody has a second line, and who has read is left alone.
  await town.jobs.send('institutions.ask-readers')
  await town.jobs.drain()
  expect(await waiting(worker, documentId)).toEqual([])
  expect(await waiting(next, documentId)).toHaveLength(1)
})

test('a new wording is to be read again, a correction is not; the old wording stays to be seen', async () => {
  const input = usual()
  const { documentId } = input
  await publish(input)
  await acknowledge(documentId, 1)
  const correction = {
    ...input,
    seenVersion: 1,
    body: '# 怎么劝\n先讲火灾。',
    asksAgain: false,
    changeNote: '删去一句',
  }
  expect(await publish(correction)).toMatchObject({ version: 2 })
  expect(await show(worker, documentId)).toMatchObject({ version: 2, hasRead: true, bodyBefore: input.body })
  expect(await publish(correction)).toMatchObject({ code: 'institutions/changed-meanwhile', detail: { version: 2 } })
  expect(await publish({ ...correction, seenVersion: 2, asksAgain: true, title: '新办法' })).toMatchObject({
    version: 3,
  })
  expect(await show(worker, documentId)).toMatchObject({ title: '新办法', hasRead: false })
  expect(await waiting(worker, documentId)).toHaveLength(1)
  expect(await acknowledge(documentId, 2)).toMatchObject({ code: 'institutions/changed-meanwhile' })
  const old = await worker.query<typeof contract.showInstitution>('institutions.show', { documentId, version: 1 })
  expect(old).toMatchObject({ shown: 1, version: 3, body: input.body })
})

test('what comes later counts from its day; what is repealed asks nobody and cannot be reworded', async () => {
  const input = usual({ inForceFrom: '2026-10-01' })
  const { documentId } = input
  await publish(input)
  expect(await show(worker, documentId)).toMatchObject({ standing: 'coming' })
  expect(await waiting(worker, documentId)).toHaveLength(1)
  const repeal = (more: object = {}) =>
    centre.command<typeof contract.repealInstitution>('institutions.repeal', {
      ...{ documentId, from: '2026-09-15', reason: '并入新办法', replacedBy: null },
      ...more,
    })
  expect(await repeal({ replacedBy: documentId })).toMatchObject({ code: 'institutions/cannot-replace-itself' })
  expect(await repeal()).toEqual({ documentId })
  expect(await repeal()).toMatchObject({ code: 'institutions/already-repealed' })
  expect(await show(worker, documentId)).toMatchObject({ standing: 'repealed', mustRead: false })
  expect(await waiting(worker, documentId)).toEqual([])
  expect(await publish({ ...input, seenVersion: 1 })).toMatchObject({ code: 'institutions/already-repealed' })
})

test('Chinese words find what counts, not what is past', async () => {
  const input = usual({ body: '旧词：萤火虫巡护。' })
  await publish(input)
  const titles = async (text: string) => (await list(worker, { text })).rows.map(({ documentId }) => documentId)
  expect(await titles('萤火虫')).toEqual([input.documentId])
  await publish({ ...input, seenVersion: 1, body: '新词：夜光巡护。' })
  expect(await titles('萤火虫')).toEqual([])
  expect((await list(worker, { text: '夜光' })).rows[0]).toMatchObject({ snippet: expect.stringContaining('夜光') })
  expect(await titles('！？')).toEqual([])
})

test('bad input gets a clear no', async () => {
  const codes = async (more: Partial<Publishing>, as = centre) =>
    ((await publish(usual(more), as)) as { code?: string }).code
  expect(await codes({ kind: 'notice' })).toBe('institutions/notice-needs-end')
  expect(await codes({ inForceUntil: '2026-09-01' })).toBe('institutions/ends-before-it-begins')
  expect(await codes({ areas: ['9'] })).toBe('institutions/no-such-grid')
  expect(await codes({ readerRoles: ['astronaut'] })).toBe('institutions/no-such-role')
  expect(await codes({ seenVersion: 3 })).toBe('institutions/not-found')
  const first = usual()
  await publish(first)
  expect(await codes({ number: first.number })).toBe('institutions/number-taken')
  expect(await publish({ ...first, seenVersion: 1, kind: 'safety' })).toMatchObject({ code: 'institutions/kind-stays' })
  expect(await publish(usual(), worker)).toMatchObject({ kind: 'not-allowed' })
  expect(await acknowledge(newId(), 1)).toMatchObject({ code: 'institutions/not-found' })
  expect(await acknowledge(first.documentId, 9)).toMatchObject({ code: 'institutions/not-found' })
})

test('an institution is printed', async () => {
  const [row] = (await list(worker)).rows
  const url = `/api/institutions.print?documentId=${row!.documentId}`
  const printed = await town.app.inject({ url, headers: { cookie: worker.cookie } })
  expect(printed.headers['content-type']).toBe('application/pdf')
})

test('what was read and worded is on record for good', async () => {
  for (const table of ['version', 'acknowledgement'])
    await expect(town.db.pool.query(`delete from institutions.${table}`)).rejects.toThrow('permission denied')
  await expect(town.db.pool.query("update institutions.version set body = ''")).rejects.toThrow('permission denied')
})

test('papers and photos go along with a wording, are found by what is written in them, and are kept by the next', async () => {
  const words = '<w:document><w:p><w:t>甲醛检测记录表</w:t></w:p></w:document>'
  const docx = Buffer.from(zipSync({ 'word/document.xml': Buffer.from(words) }))
  const form = await send(centre, docx, '../附件1 检测表.docx')
  expect(form.name).toBe('附件1 检测表.docx')
  const original = await send(centre, Buffer.from('%PDF-1.7 signed'), '签发稿.exe')
  expect(original.name).toBe('签发稿.pdf')
  expect((await send(centre, Buffer.from('<script>'), '假.pdf')).code).toBe('files/not-a-paper')
  expect((await send(town.nobody(), docx, 'x.docx')).code).toBe('commands/sign-in-first')

  const input = usual({ title: '室内空气检测办法', files: [form.fileId, original.fileId] })
  const { documentId } = input
  expect(await publish(input)).toMatchObject({ version: 1 })
  const named = [
    { fileId: form.fileId, name: '附件1 检测表.docx', bytes: docx.length, text: 'whole' },
    { fileId: original.fileId, name: '签发稿.pdf', bytes: 15, text: 'broken' },
  ]
  expect((await show(worker, documentId)).attachments).toEqual(named.map(file => ({ ...file, text: 'waiting' })))
  expect((await list(worker, { text: '甲醛检测' })).rows).toEqual([])
  await town.jobs.drain()
  expect((await show(worker, documentId)).attachments).toEqual(named)
  expect((await list(worker, { text: '甲醛检测' })).rows.map(row => row.documentId)).toEqual([documentId])
  expect((await list(worker, { text: '签发稿' })).rows.map(row => row.documentId)).toContain(documentId)

  const got = (who: Neighbour) =>
    town.app.inject({ method: 'GET', url: `/api/files/${original.fileId}`, headers: { cookie: who.cookie } })
  const saved = await got(worker)
  expect(saved.headers).toMatchObject({
    ...{ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' },
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('签发稿.pdf')}`,
  })
  expect(saved.body).toBe('%PDF-1.7 signed')
  expect((await got(town.nobody())).statusCode).toBe(404)

  // The next wording keeps the form and drops the original; the earlier one still has both.
  const next = { ...input, seenVersion: 1, files: [form.fileId], inForceFrom: '2026-09-16' }
  expect(await publish(next)).toMatchObject({ version: 2 })
  const second = await worker.query<typeof contract.showInstitution>('institutions.show', { documentId, version: 2 })
  expect(second).toMatchObject({ attachments: [named[0]] })
  expect((await show(worker, documentId)).attachments).toEqual(named)
  // Nobody takes a paper of somebody else, nor one of another institution.
  const theirs = await send(worker, docx, '别人的.docx')
  const refused = await publish(usual({ files: [theirs.fileId] }))
  expect(isRefusal(refused) && refused.code).toBe('files/unknown')
  const stolen = await publish(usual({ files: [form.fileId] }))
  expect(isRefusal(stolen) && stolen.code).toBe('files/taken-by-another')
})

test('what is written in a PDF is found, with the place where it stands; one that cannot be read says why', async () => {
  const rule = '前面的话。'.repeat(20) + '独居老人的燃气软管每半年查一次，老化的当场更换。' + '后面的话。'.repeat(20)
  const papers = {
    '实施细则.pdf': await printPdf({
      content: ['燃气安全实施细则', rule, { text: '附：联系电话', pageBreak: 'before' }],
    }),
    '旧文.pdf': pdfInSong('液化气瓶不得卧放'),
    '扫描件.pdf': await printPdf({ content: [{ canvas: [{ type: 'rect', x: 0, y: 0, w: 99, h: 99 }] }] }),
    '加密.pdf': await printPdf({ content: [rule], userPassword: '123456' } as never),
    '炸弹.pdf': pdfBomb(64),
  }
  const files = []
  for (const [name, bytes] of Object.entries(papers)) files.push((await send(centre, bytes, name)).fileId)
  const input = usual({ title: '燃气使用管理办法', body: '按附件办理。', files })
  const { documentId } = input
  await publish(input)
  await town.jobs.drain()
  const { attachments } = await show(worker, documentId)
  expect(attachments.map(({ name, text }) => [name, text])).toEqual([
    ['实施细则.pdf', 'whole'],
    ['旧文.pdf', 'whole'],
    ['扫描件.pdf', 'none'],
    ['加密.pdf', 'locked'],
    ['炸弹.pdf', 'too-much'],
  ])
  const found = async (text: string) => (await list(worker, { text })).rows.filter(row => row.documentId === documentId)
  // A word of two characters; a word of the title with one of a paper.
  expect(await found('软管')).toMatchObject([
    { foundIn: '实施细则.pdf', snippet: expect.stringMatching(/^….*软管.*…$/) },
  ])
  expect(await found('管理办法 卧放')).toMatchObject([{ foundIn: null }])
  expect(await found('气瓶')).toMatchObject([{ foundIn: '旧文.pdf', snippet: '液化气瓶不得卧放' }])
  expect(await found('炸弹')).toMatchObject([{ foundIn: '炸弹.pdf', snippet: '按附件办理。' }])
  expect(await found('按附件')).toMatchObject([{ foundIn: null, snippet: '按附件办理。' }])
  expect(await found('没有的词')).toEqual([])

  // The next wording drops the rule: what was in it is not found any more.
  await publish({ ...input, seenVersion: 1, files: files.slice(1) })
  expect(await found('软管')).toEqual([])
  expect(await found('气瓶')).toHaveLength(1)
}, 120_000)

test('papers that were there before are read by the clock; one that cannot be fetched does not keep the others waiting', async () => {
  const { fileId } = await send(centre, pdfInSong('泔水桶不得外溢'), '原件.pdf')
  const input = usual({ body: '见原件。', files: [fileId] })
  await publish(input)
  await town.jobs.drain()
  const found = async () => (await list(worker, { text: '泔水' })).rows.map(({ documentId }) => documentId)
  expect(await found()).toEqual([input.documentId])
  // As the migration leaves what came before there was a reader; of the first one the disk has lost the paper.
  const owner = new pg.Client({ connectionString: town.ownerUrl })
  await owner.connect()
  await owner.query(
    `update files.paper_text set state = 'waiting', text = '', words = '', read_at = null where file_id = $1`,
    [fileId],
  )
  await owner.query(
    `insert into files.file (id, uploaded_by, uploaded_at, name, media, bytes, sha256)
     values ('00000000-0000-7000-8000-000000000000', 'x', '2020-01-01', '丢失.pdf', 'application/pdf', 1, '')`,
  )
  await owner.query("insert into files.paper_text (file_id) values ('00000000-0000-7000-8000-000000000000')")
  expect(await found()).toEqual([])
  await town.jobs.send('files.read-papers')
  await expect(town.jobs.drain()).rejects.toThrow('files.read-papers failed')
  expect(await found()).toEqual([input.documentId])
  await owner.query("delete from files.file where name = '丢失.pdf'")
  await owner.end()
})
