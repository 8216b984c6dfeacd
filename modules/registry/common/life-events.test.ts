import { expect, test } from 'vitest'
import type { Effect, LifeEvent, World, WorldRelation, WorldThing } from './life-event.ts'
import { effectsOf } from './life-events.ts'
import type { ThingKind } from './kinds.ts'
import type { RelationKind } from './relations.ts'

const thing = (id: string, kind: ThingKind, more: Partial<WorldThing> = {}): [string, WorldThing] => [
  id,
  { id, kind, title: id, gridPath: '1.1', state: 'current', use: null, population: null, ...more },
]
const join = (kind: RelationKind, fromId: string, toId: string, role: string | null = null): WorldRelation => ({
  ...{ id: `${fromId} ${kind} ${toId}`, kind, fromId, toId, role, from: '2020-01-01' },
})

/** Head, spouse and son in one household and home, and an empty home in the next grid. */
const family = (more: Partial<World> = {}): World => ({
  things: new Map([
    ...[thing('lao', 'person'), thing('mei', 'person', { population: 'floating' }), thing('zi', 'person')],
    ...[thing('hu', 'household'), thing('old', 'housing', { use: 'own' })],
    thing('new', 'housing', { use: 'vacant', gridPath: '1.2' }),
    ...(more.things ?? []),
  ]),
  relations: [
    ...[
      join('member-of', 'lao', 'hu', '01'),
      join('member-of', 'mei', 'hu', '10'),
      join('member-of', 'zi', 'hu', '20'),
    ],
    ...['lao', 'mei', 'zi'].map(who => join('lives-in', who, 'old')),
    ...[join('household-in', 'hu', 'old'), join('spouse-of', 'lao', 'mei')],
    ...(more.relations ?? []),
  ],
})

const said = (effect: Effect): string => {
  switch (effect.do) {
    case 'begin':
      return `begin ${effect.fromId} ${effect.relation} ${effect.toId}${effect.role ? ` ${effect.role}` : ''}`
    case 'end':
      return `end ${effect.fromId} ${effect.relation} ${effect.toId}`
    case 'record':
    case 'add':
      return `${effect.do} ${effect.thingId} ${JSON.stringify(effect.fields)}`
    case 'state':
      return `${effect.thingId} is ${effect.state}`
    case 'place':
      return `${effect.thingId} lies in ${effect.gridPath}`
  }
}
const tell = (event: LifeEvent, world = family()) => {
  const effects = effectsOf(event, '2026-09-01', world)
  return typeof effects === 'string' ? effects : effects.map(said)
}

test('a household goes along when all who belong to it move, and the home they left is empty', () => {
  const all = tell({ kind: 'move-in', personIds: ['lao', 'mei', 'zi'], housingId: 'new' })
  expect(all).toEqual(
    expect.arrayContaining([
      ...['end hu household-in old', 'begin hu household-in new', 'hu lies in 1.2'],
      ...['record old {"use":"vacant"}', 'record new {"use":"own"}'],
    ]),
  )
  const one = tell({ kind: 'move-in', personIds: ['zi'], housingId: 'new' })
  expect(one).not.toEqual(expect.arrayContaining([expect.stringContaining('hu ')]))
  // The last one follows later: now all are there. Who went away long ago does not hold it back.
  const split = family({
    things: new Map([thing('ye', 'person', { state: 'moved-away' })]),
    relations: [join('member-of', 'ye', 'hu', '50')],
  })
  const before = split.relations.filter(({ id }) => !['lao lives-in old', 'mei lives-in old'].includes(id))
  const there = [...before, join('lives-in', 'lao', 'new'), join('lives-in', 'mei', 'new')]
  expect(tell({ kind: 'move-in', personIds: ['zi'], housingId: 'new' }, { ...split, relations: there })).toContain(
    'begin hu household-in new',
  )
})

test('a household whose people all leave lives nowhere, and comes back with them', () => {
  const left = tell({ kind: 'move-out', personIds: ['lao', 'mei', 'zi'] })
  expect(left).toEqual(expect.arrayContaining(['end hu household-in old', 'hu is moved-away']))
  const away = family({ things: new Map([thing('hu', 'household', { state: 'moved-away' })]) })
  const gone = away.relations.filter(({ kind }) => kind !== 'lives-in' && kind !== 'household-in')
  const back = tell(
    { kind: 'move-in', personIds: ['lao', 'mei', 'zi'], housingId: 'new' },
    { ...away, relations: gone },
  )
  expect(back).toEqual(expect.arrayContaining(['begin hu household-in new', 'hu is current']))
  const alone = family()
  const last = alone.relations.filter(({ fromId }) => fromId !== 'mei' && fromId !== 'zi')
  expect(tell({ kind: 'death', personId: 'lao' }, { ...alone, relations: last })).toContain('hu is ended')
  expect(tell({ kind: 'death', personId: 'lao' })).not.toContain('hu is ended')
})

test('a newborn is to the head what its parents make it, has both as guardians, and is what its mother is', () => {
  const birth = { kind: 'birth', motherId: 'mei', childId: 'bao', name: '宝', sex: '2' } as const
  const born = tell(birth)
  expect(born[0]).toContain('"population":"floating"')
  expect(born).toEqual(
    expect.arrayContaining([
      ...['begin bao member-of hu 30', 'begin lao guardian-of bao', 'begin mei guardian-of bao'],
    ]),
  )
  // The son's wife: a grandchild, whatever is said of herself.
  const wife = family({
    things: new Map([thing('xi', 'person')]),
    relations: [join('member-of', 'xi', 'hu', '99'), join('spouse-of', 'xi', 'zi')],
  })
  expect(tell({ ...birth, motherId: 'xi' }, wife)).toContain('begin bao member-of hu 40')
})

test('somebody else becomes the head; what the others are to them follows where it is certain, or is said', () => {
  const event = { kind: 'household-head', householdId: 'hu', headId: 'mei' } as const
  // The son stays the son.
  expect(tell(event)).toEqual([
    ...['end lao member-of hu', 'begin lao member-of hu 10', 'end mei member-of hu', 'begin mei member-of hu 01'],
  ])
  expect(tell({ ...event, kin: [{ personId: 'zi', kin: '99' }] })).toContain('begin zi member-of hu 99')
  const aunt = family({ things: new Map([thing('gu', 'person')]), relations: [join('member-of', 'gu', 'hu', '70')] })
  expect(tell(event, aunt)).toContain('begin gu member-of hu')
  expect(tell({ kind: 'household-head', householdId: 'hu', headId: 'lao' })).toBe('not-so')
})

test('a household is split with what each is to their new head; nobody is called other who was not said to be', () => {
  const large = family({
    things: new Map([thing('xi', 'person'), thing('sun', 'person'), thing('po', 'person')]),
    relations: [
      ...[
        join('member-of', 'xi', 'hu', '30'),
        join('member-of', 'sun', 'hu', '40'),
        join('member-of', 'po', 'hu', '50'),
      ],
    ],
  })
  const split = { kind: 'household-split', householdId: 'hu', newHouseholdId: 'xin', headId: 'zi' } as const
  const joined = (told: ReturnType<typeof tell>) => [...told].filter(one => /^begin \w+ member-of/.test(one))
  const young = tell({ ...split, personIds: ['zi', 'xi', 'sun'], kin: [{ personId: 'xi', kin: '10' }] }, large)
  expect(joined(young)).toEqual([
    // What the grandchild is to the son was neither said nor certain.
    ...['begin zi member-of xin 01', 'begin xi member-of xin 10', 'begin sun member-of xin'],
  ])
  const old = { ...split, headId: 'lao', personIds: ['lao', 'po'] }
  const left = tell({ ...old, stayHeadId: 'mei' }, large)
  expect(joined(left)).toEqual([
    ...['begin lao member-of xin 01', 'begin po member-of xin 50', 'begin mei member-of hu 01'],
  ])
  expect(tell({ ...old, stayHeadId: 'po' }, large)).toBe('not-so')
  expect(tell({ ...split, personIds: ['zi'], stayHeadId: 'mei' }, large)).toBe('not-so')
  const two = family({ things: new Map([thing('er', 'household')]) })
  expect(tell({ kind: 'household-merge', householdId: 'hu', intoId: 'er' }, two)).toContain('begin zi member-of er')
})

test('a tenancy says what the home is let for, until when and to how many', () => {
  const begins = { kind: 'tenancy-begin', tenancyId: 'zu', housingId: 'new', tenantIds: ['lao'] } as const
  expect(tell({ ...begins, use: 'shop', endsOn: '2027-09-01' })[0]).toBe(
    'add zu {"address":"new","use":"shop","beganOn":"2026-09-01","persons":1,"endsOn":"2027-09-01"}',
  )
  expect(tell({ ...begins, endsOn: '2026-09-01' })).toBe('not-so')
})
