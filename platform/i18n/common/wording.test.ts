import { expect, test } from 'vitest'
import { defineMessages, translator } from './translate.ts'
import { reword } from './wording.ts'

const texts = defineMessages({ step: '请{name}核实，处置后核查' }, { step: '{name} checks, then verifies' })

test('two words may be swapped, and a word may become a longer one', () => {
  expect(reword('立案前核实，处置后核查', { 核实: '核查', 核查: '核实' })).toBe('立案前核查，处置后核实')
  expect(reword('请核实', { 核实: '现场核实' })).toBe('请现场核实')
  expect(reword('请核实', {})).toBe('请核实')
  expect(reword('a.b a+b', { 'a.b': '1', 'a+b': '2' })).toBe('1 2')
})

test('only our own text is reworded, not what is filled in, and only Chinese', () => {
  const wording = { 核实: '核查', 核查: '核实' }
  expect(translator([texts], 'zh-CN', wording)('step', { name: '核实员' })).toBe('请核实员核查，处置后核实')
  expect(translator([texts], 'en', { checks: '?' })('step', { name: 'A' })).toBe('A checks, then verifies')
})
