import { describe, expect, test } from 'vitest'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import type { CaseFile } from '../common/case-file.ts'
import { usualProcedure } from '../common/procedure/settings.ts'
import { applyCaseEvent, beginCase } from '../common/reduce.ts'
import { decideOnPhone, type Facts } from './rules-on-phone.ts'

const now = '2026-09-15T02:00:00.000Z'
const reported = beginCase({
  ...{ type: 'case.reported', at: now, by: 'lin', postId: null, caseId: 'c', number: '1', source: 'resident' },
  ...{ title: null, description: '门口有垃圾', photos: [], madeAt: null, clockOffSeconds: null },
  place: {
    ...{ point: null, accuracyMetres: null, frame: null, address: null },
    ...{ gridPath: '1.2.3', gridNames: ['街道', '管理区', '社区'], noGrid: false },
  },
})
const dispatched: CaseFile = { ...reported, status: 'dispatched', unitId: 'unit', postId: 'post', version: 4 }
const facts = (permissions: readonly string[]): Facts => ({
  actor: {
    ...{ personId: 'wang', postId: 'post', unitId: 'unit' },
    grants: permissions.map(permission => ({ permission, within: { kind: 'everywhere' } as const })),
  },
  ...{ now, settings: usualProcedure, isOverdue: false },
})
const both = facts(['cases.handle', 'cases.verify'])
const handling = { caseId: 'c', version: 4, note: '已清运', photos: [] }

describe('the rules of the server, on the phone', () => {
  test('one step after another with no network: the second sees what the first made of the case', () => {
    const handled = decideOnPhone('cases.handle', handling, dispatched, both)
    if (isRefusal(handled)) throw new Error(handled.code)
    const after = applyCaseEvent(dispatched, handled)
    expect([after.status, after.version]).toEqual(['handled', 5])
    const verified = decideOnPhone('cases.verify', { caseId: 'c', version: 5, passed: true }, after, both)
    expect(verified).toMatchObject({ type: 'case.verified' })
    expect(decideOnPhone('cases.handle', handling, after, both)).toMatchObject({ code: 'cases/changed-meanwhile' })
  })

  test('what the server would refuse is refused at once: no words, no right, too late', () => {
    const no = (step: Parameters<typeof decideOnPhone>[0], input: object, by: Facts) =>
      decideOnPhone(step, { ...handling, ...input } as never, dispatched, by)
    expect(no('cases.handle', { note: ' ' }, both)).toMatchObject({ code: 'cases/text-missing' })
    expect(no('cases.handle', {}, facts([]))).toMatchObject({ code: 'cases/not-allowed' })
    const late = { ...both, isOverdue: true }
    expect(no('cases.ask-extension', { reason: '下雨' }, late)).toMatchObject({ code: 'cases/too-late-to-extend' })
  })
})
