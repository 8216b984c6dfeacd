import { expect, test } from 'vitest'
import { caseActionNames, sideTasks, tasks } from './actions.ts'
import { eventParts } from './procedure/all.ts'
import { caseLevels, caseSources, caseStatuses, photoRoles } from './case-file.ts'
import * as commands from './contract.ts'
import * as procedure from './contract-procedure.ts'
import * as queries from './contract-queries.ts'
import * as texts from './contract-texts.ts'
import { textLimits } from './limits.ts'
import { casesMessages } from './messages.ts'
import { entryTypes, followRoles, followSteps, nearbyReasons } from './presented.ts'
import { refuse } from './refusals.ts'

const words = [
  ...caseStatuses.map(status => `cases.status.${status}`),
  ...caseSources.map(source => `cases.source.${source}`),
  ...caseActionNames.map(action => `cases.action.${action}`),
  ...tasks.map(task => `cases.task.${task}`),
  ...sideTasks.map(({ task }) => `cases.task.${task}`),
  ...Object.keys(eventParts).map(type => `cases.event.${type.slice('case.'.length)}`),
  ...caseLevels.map(level => `cases.level.${level}`),
  ...entryTypes.map(type => `cases.event.${type}`),
  ...photoRoles.map(role => `cases.photo.${role}`),
  ...nearbyReasons.map(reason => `cases.nearby.${reason}`),
  ...followRoles.map(role => `cases.role.${role}`),
  ...followSteps.flatMap(step => [`cases.follow.${step}`, `cases.follow.${step}.next`]),
  ...Object.values(refuse).map(make => `refusal.${make().code}`),
]

test.each(['zh-CN', 'en'] as const)('everything that can be shown has its words in %s', locale => {
  const known = casesMessages[locale] as Record<string, string>
  expect(words.filter(key => !known[key])).toEqual([])
})

test('every refusal that a contract names is one of ours, of the grid, of files, or of the door', () => {
  const ours = new Set<string>(Object.values(refuse).map(make => make().code))
  const shapes = [commands, procedure, queries, texts].flatMap(contract => Object.values<object>(contract))
  const named = shapes.flatMap(shape => ('refusals' in shape ? (shape.refusals as readonly string[]) : []))
  const strangers = named.filter(code => !ours.has(code) && !/^(grid|files|commands)\//.test(code))
  expect(strangers).toEqual([])
  const used = new Set<string>(named)
  expect([...ours].filter(code => !used.has(code))).toEqual([])
})

test('a refusal says what to do next: more than one sentence', () => {
  for (const [key, text] of Object.entries(casesMessages['zh-CN'])) {
    if (key.startsWith('refusal.') && key !== 'refusal.cases/text-missing') {
      expect(text.split(/[。，；,]/).length, key).toBeGreaterThan(2)
    }
  }
})

test('limits are those that were promised', () => {
  expect(textLimits).toMatchObject({ title: 100, description: 2000, reason: 500 })
})
