import { expect, test } from 'vitest'
import { fieldWords } from '../../commands/common/field-words.ts'
import { commandMessages } from '../../commands/common/messages.ts'
import { refuse } from '../../commands/common/refusals.ts'
import { Sentences } from './refusal-answer.ts'

const own = { 'zh-CN': { 'field.place.lon': '地图上的经度' }, en: { 'field.place.lon': 'Longitude on the map' } }
const sentences = new Sentences([fieldWords, commandMessages, own])
const said = (...fields: string[]) => {
  const refusal = refuse['invalid-input']({ fields, reasons: fields.map(() => 'too_big:9') })
  return [sentences.answer(refusal, 'zh-CN').message, sentences.answer(refusal, 'en').message]
}

test('a field is told in people’s words, in its row, and by a general word where nobody types it', () => {
  expect(said('gridPath')).toEqual([
    ...['请检查后再提交：网格 超出上限 9。', 'Please check and send again: Grid above the limit of 9.'],
  ])
  expect(said('rows.3.condition')[1]).toContain('Filing condition of item 4 above')
  expect(said('points.0.place.lon')[1]).toContain('Longitude on the map of item 1')
  expect(said('parts.1.place.lat')[1]).toContain('Latitude of item 2')
  expect(said('seenVersion')[0]).toContain('所选或自动带上的内容 超出')
  expect(said('-')[0]).toContain('整份内容')
})
