import { expect, test } from 'vitest'
import { newId } from '#platform/kernel/server/new-id.ts'
import { buildTown, done } from '#testkit/town.ts'
import type { listTexts, putText } from '../common/contract-texts.ts'

const town = await buildTown()
const chief = await town.as('duty-chief')
const handler = await town.as('handler')
const body = '经现场查看，管线属其他单位，附产权说明。'

const put = (more: object) =>
  chief.command<typeof putText>('cases.put-text', { textId: newId(), seenVersion: 0, step: 'return', body, ...more })
const texts = async (input: object) =>
  done(await handler.query<typeof listTexts>('cases.list-texts', input)).rows.map(row => row.body)

test('a text is offered at its step, one of a class only there, a retired one nowhere', async () => {
  const lid = { classKind: 'component', classCode: '01002' } as const
  const textId = newId()
  done(await put({ textId }))
  done(await put({ ...lid, body: '该井盖不是我单位的，盖面刻有其他单位字样。' }))
  const at = { step: 'return', ...lid } as const
  expect(await texts(at)).toEqual(expect.arrayContaining([body, '该井盖不是我单位的，盖面刻有其他单位字样。']))
  expect(await texts({ step: 'return', classKind: 'event', classCode: '06010' })).not.toContain(
    '该井盖不是我单位的，盖面刻有其他单位字样。',
  )
  expect(await texts({ step: 'refuse' })).not.toContain(body)
  done(await put({ textId, seenVersion: 1, isRetired: true }))
  expect(await texts(at)).not.toContain(body)
})

test('nothing written, a class that is none, and a text that somebody changed meanwhile are refused', async () => {
  expect(await put({ body: ' ' })).toMatchObject({ code: 'cases/text-missing' })
  expect(await put({ classKind: 'event', classCode: '99999' })).toMatchObject({ code: 'cases/unknown-class' })
  const textId = newId()
  done(await put({ textId }))
  const again = await Promise.all([put({ textId, seenVersion: 1 }), put({ textId, seenVersion: 1 })])
  expect(again).toContainEqual(expect.objectContaining({ code: 'cases/text-changed' }))
  expect(await put({ textId })).toMatchObject({ code: 'cases/text-changed' })
})
