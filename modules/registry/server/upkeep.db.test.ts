import { expect, test } from 'vitest'
import { translator } from '#platform/i18n/common/translate.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import { registryMessages } from '../common/messages.ts'
import { driftOfSpans, fieldIn, type Loose, RegistryHouse, workerWords } from '../testing.ts'
import { countGrid } from './figure-store.ts'
import { dueCare } from './from-visits.ts'

const { db } = await freshDatabase()
const house = new RegistryHouse(db)
const lin = house.actor('lin', '1.1', workerWords)
const wang = house.actor('wang', '1.1', workerWords)
const chief = house.actor('chief', '1.1', [...workerWords, 'settle', 'figures', 'print-looks', 'care-old-alone'])
const hub = house.actor('hub', '1', ['figures', 'read-places'])
const security = house.actor('security', '1', ['protect'])
const add = (kind: string, fields: object, more: object = {}) => house.add(lin, kind, fields, more)
const name = (one: string) => ({ name: one, population: 'registered' })

/** Who was told what about a thing, as it is read in English. */
async function toldInEnglish(thingId: string) {
  const say = translator<string>([registryMessages], 'en')
  const told = await db.pool.query(
    `select person_id, kind, params from notices.notice where subject_id = $1 order by 1`,
    [thingId],
  )
  return told.rows.map(({ person_id: who, kind, params }) => `${who}: ${say(`notice.${kind}`, params)}`)
}

test('a conflict is settled by a person with a reason, both are told, and it leaves the list', async () => {
  const thingId = await add('person', { ...name('赵强'), occupation: '司机' })
  const late = { thingId, fields: { occupation: '保安' }, trueOn: '2026-06-01' }
  expect((await house.does('record', late, wang)).fates).toEqual({ occupation: 'conflict' })
  expect(await house.asks('conflicts', {}, lin)).toMatchObject({ code: 'commands/not-allowed' })
  const { rows } = await house.asks('conflicts', { thingId }, chief)
  expect(rows).toMatchObject([
    { stands: { value: '司机', byName: '人员lin' }, offered: { value: '保安', byName: '人员wang' } },
  ])
  const waiting = await db.pool.query(`select task, title from inbox.item where subject_id = $1`, [thingId])
  expect(waiting.rows).toEqual([{ task: 'settle-conflict', title: '人口' }])
  const settle = { conflictId: rows[0].conflictId, outcome: 'offered', reason: '上门核对过' }
  expect(await house.does('settle', settle, chief)).toEqual({ conflictId: rows[0].conflictId, left: 0 })
  expect(await house.does('settle', settle, chief)).toMatchObject({ code: 'registry/no-such-conflict' })
  const shown = await house.does('open', { thingId }, lin)
  expect(fieldIn(shown, 'occupation')).toMatchObject({ value: '保安', way: 'settled', byName: '人员chief' })
  const told =
    'Something you recorded differed from what somebody else recorded; it is settled: the other value is taken.'
  expect(await toldInEnglish(thingId)).toEqual(['lin', 'wang'].map(who => `${who}: ${told} Why: 上门核对过`))
  expect((await db.pool.query(`select 1 from inbox.item where subject_id = $1`, [thingId])).rows).toEqual([])
})

test('a sealed conflict is seen masked, and each of its values whole with a reason', async () => {
  const thingId = await add('person', { ...name('林双'), phone: '13912345678' })
  await house.does('record', { thingId, fields: { phone: '13912340000' }, trueOn: '2026-06-01' }, wang)
  const [row] = (await house.asks('conflicts', { thingId }, chief)).rows
  expect([row.stands.value, row.offered.value]).toEqual(['139****5678', '139****0000'])
  const asked = { thingId, field: 'phone', reason: '裁定冲突', conflictId: row.conflictId }
  expect(await house.does('unmask', asked, chief)).toEqual({ value: '13912340000' })
})

test('what is stale is listed with its fields, and confirmed without typing it again', async () => {
  const thingId = await add('housing', { address: '光明路9号', use: 'own' }, { trueOn: '2026-01-05' })
  const stale = async () =>
    ((await house.asks('stale', {}, lin)).rows as Loose[]).filter(row => row.thingId === thingId)
  expect(await stale()).toMatchObject([{ title: '光明路9号', staleFields: ['use'] }])
  expect(await house.does('confirm', { thingId, fields: ['use'] }, lin)).toEqual({ thingId, confirmed: ['use'] })
  expect(await stale()).toEqual([])
  const field = fieldIn(await house.does('open', { thingId }, lin), 'use')
  expect(field).toMatchObject({ value: 'own', way: 'visit', trueOn: '2026-09-15', serial: 2 })
})

test('life events: previewed as they will be, done together, and their day is kept', async () => {
  const [home, other] = [
    await add('housing', { address: '文化路1号101', use: 'own' }),
    await add('housing', { address: '文化路1号102', use: 'vacant' }),
  ]
  const [mother, father] = [await add('person', name('周丽')), await add('person', name('吴刚'))]
  const household = await add('household', { name: '吴刚户' })
  const join = (kind: string, fromId: string, toId: string) =>
    house.does('relate', { relationId: newId(), kind, fromId, toId, from: '2020-01-01' }, lin)
  for (const who of [mother, father]) {
    await join('lives-in', who, home)
    await join('member-of', who, household)
  }
  await join('spouse-of', father, mother)
  const happens = async (event: Loose, on: string) => {
    const seen = await house.does('preview-event', { on, event }, lin)
    const done = await house.does('happen', { eventId: newId(), on, event }, lin)
    expect([done.code, done.effects]).toEqual([undefined, seen.effects.length])
    return seen.effects.map((one: Loose) => `${one.do} ${one.what} ${one.value ?? ''} ${one.about.join('→')}`.trim())
  }
  const childId = newId()
  const born = await happens({ kind: 'birth', motherId: mother, childId, name: '吴小', sex: '1' }, '2026-08-01')
  expect(born).toHaveLength(7)
  expect(born[0]).toBe('add person  吴小')
  expect(born).toContain('begin lives-in  吴小→文化路1号101')
  expect((await house.does('open', { thingId: childId }, lin)).relations).toHaveLength(6)
  const moved = await happens({ kind: 'move-in', personIds: [mother, father, childId], housingId: other }, '2026-09-01')
  // The child is a member by its birth, so the whole household moves: it goes along, and the old home is empty.
  expect(moved.slice(-3)).toEqual([
    ...['begin household-in  吴刚户→文化路1号102', 'record use vacant 文化路1号101', 'record use own 文化路1号102'],
  ])
  expect(await happens({ kind: 'move-out', personIds: [father] }, '2026-09-05')).toContain('state moved-away  吴刚')
  await happens({ kind: 'death', personId: mother }, '2026-09-10')
  const gone = await house.does('open', { thingId: mother }, lin)
  expect(gone).toMatchObject({ state: 'dead', endedOn: '2026-09-10' })
  expect(fieldIn(gone, 'diedOn')?.value).toBe('2026-09-10')
  expect(gone.relations.filter((one: Loose) => one.until === null).map((one: Loose) => one.kind)).toEqual(['parent-of'])
  // As it was on a day of the past: alive, nobody's death in sight, and nothing to write there.
  const past = await house.does('open', { thingId: mother, on: '2026-09-09' }, lin)
  expect(past).toMatchObject({ state: 'current', endedOn: null, title: '周丽', mayWrite: false })
  expect(fieldIn(past, 'diedOn')).toBeUndefined()
  expect(await house.does('open', { thingId: father, on: '2026-09-06' }, lin)).toMatchObject({ state: 'moved-away' })
  const early = { eventId: newId(), on: '2019-01-01', event: { kind: 'move-out', personIds: [childId] } }
  expect(await house.does('happen', early, lin)).toMatchObject({ code: 'registry/event-impossible' })
  const tenancyId = newId()
  await happens({ kind: 'tenancy-begin', tenancyId, housingId: home, tenantIds: [father] }, '2026-09-11')
  expect(await happens({ kind: 'tenancy-end', tenancyId }, '2026-09-12')).toHaveLength(3)
  const events = (await house.asks('events', { thingId: father }, lin)).rows
  expect(events.map((one: Loose) => one.kind)).toContain('move-out')
})

test('figures count who lives where on a day; small counts are withheld from who may not see the people', async () => {
  const ground = { gridPath: '1.1.2.1' }
  for (const [room, who] of [
    ['201', ['甲', '乙', '丙']],
    ['202', ['丁']],
    ['203', []],
  ] as const) {
    const use = who.length === 0 ? 'vacant' : 'own'
    const home = await add('housing', { address: `新民路2号${room}`, use }, ground)
    for (const [i, one] of who.entries()) {
      const fields = { ...name(one), sex: '1', bornOn: '1950-01-01', population: i === 2 ? 'floating' : 'registered' }
      const id = await add('person', fields, ground)
      const lives = { relationId: newId(), kind: 'lives-in', fromId: id, toId: home, from: '2026-07-01' }
      await house.does('relate', lives, lin)
    }
  }
  const exact = await house.asks('figures', { gridPath: '1.1.2' }, chief)
  expect(exact).toMatchObject({ isExact: true, people: 4, homes: 3, floating: 0.25 })
  expect(exact.vacancy).toBeCloseTo(1 / 3)
  expect(exact.pyramid.filter((row: Loose) => row.male > 0)).toEqual([{ from: 75, male: 4, female: 0 }])
  expect((await house.asks('figures', { gridPath: '1.1.2', on: '2026-06-15' }, chief)).people).toBe(0)
  const anonymous = await house.asks('figures', { gridPath: '1.1.2' }, hub)
  expect(anonymous).toMatchObject({ isExact: false, people: null, floating: null, homes: 3 })
  expect(anonymous.byPopulation.map((row: Loose) => row.count)).toEqual([null, null, null, null])
  // Not by one day to the next: whoever moved in between would be the difference.
  expect(anonymous.on).toBe('2026-09-01')
  expect((await house.asks('figures', { gridPath: '1.1.2', on: '2026-06-30' }, hub)).on).toBe('2026-06-01')
  const behind = { gridPath: '1.1.2', population: 'floating', ageFrom: 70 }
  expect((await house.asks('figure-rows', behind, chief)).rows.map((row: Loose) => row.title)).toEqual(['丙'])
  expect(await house.asks('figure-rows', behind, hub)).toMatchObject({ code: 'commands/not-allowed' })
  expect(await house.asks('figures', { gridPath: '1.2' }, chief)).toMatchObject({ code: 'registry/may-not-see' })
})

test('figures of any day are what homes, relations and history come to on it', async () => {
  const ground = { gridPath: '1.1.2.2' }
  const [first, second] = [
    await add('housing', { address: '新民路3号1', use: 'own' }, ground),
    await add('housing', { address: '新民路3号2', use: 'vacant' }, { gridPath: '1.1.2.1' }),
  ]
  const people = []
  for (const bornOn of ['2004-02-29', '1986-09-15', '1986-09-16', '1926-01-01', '2026-07-01']) {
    people.push(await add('person', { ...name('岁'), sex: '2', bornOn, population: 'registered' }, ground))
  }
  const live = (fromId: string, toId: string, from: string) =>
    house.does('relate', { relationId: newId(), kind: 'lives-in', fromId, toId, from }, lin)
  for (const one of people) await live(one, first!, '2026-07-01')
  const record = (thingId: string, fields: object, trueOn: string) =>
    house.does('record', { thingId, fields, trueOn, seen: {} }, lin)
  await record(people[0]!, { population: 'floating' }, '2026-08-01')
  // Told later about an earlier day.
  await record(people[1]!, { population: 'overseas' }, '2026-07-15')
  await record(second!, { use: 'let' }, '2026-08-10')
  const move = { kind: 'move-in', personIds: people.slice(1, 3), housingId: second }
  await house.does('happen', { eventId: newId(), on: '2026-09-01', event: move }, lin)
  // Grids were drawn anew: the home lies in another one, its people with it.
  await db.pool.query(`update registry.thing set grid_path = '1.1.2.9' where id = $1`, [second])
  expect(await driftOfSpans(db)).toEqual([])

  const asked = async (path: string, on: string) => {
    const population = `(select entry.changes ->> 'population' from registry.entry entry where entry.thing_id = person.id
      and entry.true_on <= $2 and entry.changes ? 'population' order by entry.true_on desc, entry.serial desc limit 1)`
    const { rows } = await db.pool.query(
      `select ${population} as population, person.sex, count(*)::int as count,
         case when person.born_on is not null then least(extract(year from age($2::date, person.born_on))::int / 5 * 5, 100) end as age
       from registry.thing home join registry.relation lives on lives.to_id = home.id and lives.kind = 'lives-in'
         and lives.from_on <= $2 and (lives.until_on is null or lives.until_on > $2)
       join registry.thing person on person.id = lives.from_id
       where home.kind = 'housing' and (home.grid_path = $1 or home.grid_path like $1 || '.%') group by 1, 2, 4`,
      [path, on],
    )
    return rows
  }
  const sorted = (rows: readonly object[]) => rows.map(row => JSON.stringify(row)).toSorted()
  for (const path of ['1', '1.1.2', '1.1.2.2', '1.1.2.9']) {
    for (const on of [
      '2026-06-30',
      '2026-07-01',
      '2026-07-15',
      '2026-08-01',
      '2026-08-31',
      '2026-09-01',
      '2026-09-15',
    ]) {
      const counted = (await countGrid(db.read(), { path, on })).people
      const bare = counted.map(({ population, sex, count, age }) => ({ population, sex, count, age }))
      const summed = [...Map.groupBy(bare, ({ count: _, ...rest }) => JSON.stringify(rest)).values()].map(same => ({
        ...same[0]!,
        count: same.reduce((sum, { count }) => sum + count, 0),
      }))
      expect(sorted(summed), `${path} on ${on}`).toEqual(sorted(await asked(path, on)))
    }
  }
  const rowsOf = async (ask: object) =>
    (await house.asks('figure-rows', { gridPath: '1.1.2', ...ask }, chief)).rows.map((row: Loose) => row.thingId)
  expect((await rowsOf({ on: '2026-08-31', population: 'floating' })).includes(people[0])).toBe(true)
  expect(await rowsOf({ on: '2026-07-31', population: 'floating', sex: '2' })).toEqual([])
  expect(await rowsOf({ on: '2026-09-15', sex: '2', ageFrom: 40, ageBelow: 45 })).toEqual([people[1]])
  const figures = await house.asks('figures', { gridPath: '1.1.2.9', on: '2026-08-11' }, chief)
  expect(figures).toMatchObject({ homes: 1, byUse: [{ use: 'let', count: 1 }], people: 0 })
})

test('care lists are off until turned on for a purpose; death ends them, and time removes them', async () => {
  const person = await add('person', name('独老'))
  const listed = {
    careId: newId(),
    personId: person,
    group: 'old-alone',
    cause: 'alone',
    basis: 'consent',
    consent: { consentId: newId(), way: 'signed' },
    since: '2026-09-01',
  }
  expect(await house.does('enlist', listed, chief)).toMatchObject({ code: 'registry/care-is-off' })
  expect((await house.asks('care-policies', {}, lin)).rows.every((row: Loose) => row.isOn === false)).toBe(true)
  const policy = { group: 'old-alone', isOn: true, visitDays: 7, keepDays: 30, reason: '探访关爱工作方案' }
  expect(await house.does('put-care-policy', policy, chief)).toMatchObject({ code: 'commands/not-allowed' })
  expect(await house.does('put-care-policy', policy, security)).toMatchObject({ version: 1, isOn: true })
  expect(await house.does('enlist', listed, lin)).toMatchObject({ code: 'registry/may-not-see' })
  expect(await house.does('enlist', listed, chief)).toEqual({ careId: listed.careId, nextVisitOn: '2026-09-22' })
  expect(await house.does('enlist', { ...listed, careId: newId() }, chief)).toMatchObject({
    code: 'registry/joined-already',
  })
  const own = await house.asks('care', { group: 'old-alone' }, chief)
  expect(own.rows).toMatchObject([{ title: '独老', nextVisitOn: '2026-09-22' }])
  expect(await house.asks('care', {}, lin)).toEqual({ rows: [] })
  expect(await house.does('note-visit', { careId: listed.careId, on: '2026-09-15' }, chief)).toMatchObject({
    nextVisitOn: '2026-09-22',
  })
  await house.does('happen', { eventId: newId(), on: '2026-09-14', event: { kind: 'death', personId: person } }, lin)
  expect((await house.asks('care', {}, chief)).rows).toEqual([])
  house.now = '2026-11-15T02:00:00.000Z'
  const due = async () =>
    ((await house.asks('retention', {}, security)).rules as Loose[]).find(rule => rule.rule === 'care-ended')
  expect(await due()).toMatchObject({ due: 1 })
  expect(await house.does('clean-up', { rule: 'care-ended', reason: '到期' }, security)).toEqual({ erased: 1 })
  expect(await due()).toMatchObject({ due: 0 })
  house.now = '2026-09-15T02:00:00.000Z'
})

test('each list opens by its own word, changes its rhythm while on, and turned off it holds nobody', async () => {
  const words = ['old-alone', 'disabled', 'children', 'veterans', 'patients'] as const
  const causes = {
    'old-alone': 'alone',
    disabled: 'certificate',
    children: 'orphan',
    veterans: 'family',
    patients: 'chronic',
  }
  const keepers = words.map(word => house.actor(`keeper-${word}`, '1.1', [...workerWords, `care-${word}`]))
  const visits = house.actor('visits', '1.1', [...workerWords, 'visit-care'])
  const person = await add('person', name('各单'))
  const turn = (group: string, isOn: boolean, visitDays = 30) =>
    house.does('put-care-policy', { group, isOn, visitDays, keepDays: 30, reason: '工作方案' }, security)
  for (const group of words) await turn(group, true)
  for (const [i, group] of words.entries())
    for (const [j, keeper] of keepers.entries()) {
      const input = {
        careId: newId(),
        personId: person,
        group,
        cause: causes[group],
        basis: 'statutory',
        since: '2026-09-01',
      }
      const answer = await house.does('enlist', input, keeper)
      expect([group, keeper.personId, answer.code ?? 'done']).toEqual([
        ...[group, keeper.personId, i === j ? 'done' : 'registry/may-not-see'],
      ])
    }
  for (const [i, group] of words.entries())
    expect((await house.asks('care', {}, keepers[i]!)).rows.map((row: Loose) => row.group)).toEqual([group])
  const due = await dueCare(db.read(), visits, '2027-09-01')
  expect(due.filter(one => one.personId === person)).toHaveLength(words.length - 1)
  expect(await house.asks('care', {}, visits)).toEqual({ rows: [] })

  expect(await turn('children', true, 10)).toMatchObject({ isOn: true, visitDays: 10 })
  expect((await house.asks('care', {}, keepers[2]!)).rows).toHaveLength(1)
  await turn('children', false)
  const { rows } = await db.pool.query(
    `select until_on::text, end_reason from registry.care where person_id = $1 and care_group = 'children'`,
    [person],
  )
  expect(rows).toEqual([{ until_on: '2026-09-15', end_reason: '工作方案' }])
})

test('retention removes from row, history and secrets, after a dry run that removed nothing', async () => {
  const person = await add('person', { ...name('迁走'), phone: '13911112222', occupation: '厨师' })
  await house.does(
    'happen',
    { eventId: newId(), on: '2026-09-01', event: { kind: 'move-out', personIds: [person] } },
    lin,
  )
  house.now = '2027-06-15T02:00:00.000Z'
  const rule = 'moved-away-contact'
  const due = async () =>
    ((await house.asks('retention', {}, security)).rules as Loose[]).find(one => one.rule === rule)
  const before = (await due())!.due as number
  expect(before).toBeGreaterThan(0)
  expect((await due())!.due).toBe(before)
  expect(await house.does('clean-up', { rule, reason: '到期' }, security)).toEqual({ erased: before })
  const shown = await house.does('open', { thingId: person }, lin)
  expect(fieldIn(shown, 'phone')).toBeUndefined()
  expect(fieldIn(shown, 'occupation')).toBeUndefined()
  expect(fieldIn(shown, 'name')?.value).toBe('迁走')
  const { entries } = await house.does('history', { thingId: person }, lin)
  expect(entries.at(-1).erased.toSorted()).toEqual(['occupation', 'phone'])
  expect((await db.pool.query('select 1 from registry.secret where thing_id = $1', [person])).rows).toEqual([])
  house.now = '2026-09-15T02:00:00.000Z'
})

test('a resident asks for a correction and gets it decided; the list of looks is theirs', async () => {
  const person = await add('person', { ...name('更正'), bornOn: '1960-01-01' })
  const correctionId = newId()
  const asked = { correctionId, thingId: person, field: 'bornOn', wanted: '1961-01-01', reason: '身份证为准' }
  expect(await house.does('ask-correction', asked, lin)).toEqual({ correctionId, dueOn: '2026-09-30' })
  expect((await house.asks('corrections', {}, chief)).rows).toMatchObject([
    { stands: '1960-01-01', wanted: '1961-01-01' },
  ])
  const decided = { correctionId, outcome: 'accepted', answer: '已按身份证更正' }
  expect(await house.does('decide-correction', decided, chief)).toEqual({ correctionId })
  expect(await house.does('decide-correction', decided, chief)).toMatchObject({ code: 'registry/no-such-correction' })
  expect(await toldInEnglish(person)).toEqual([
    'lin: A request for correction you took down is decided: it is corrected. Answer: 已按身份证更正',
  ])
  const shown = await house.does('open', { thingId: person, why: '走访' }, lin)
  expect(fieldIn(shown, 'bornOn')).toMatchObject({ value: '1961-01-01', way: 'correction' })
  const looks = await house.asks('looks', { thingId: person }, chief)
  expect(looks.rows).toMatchObject([{ byName: '人员lin', postTitle: '岗位post-lin', field: null, reason: '走访' }])
  const paper = await house.asks('print-looks', { thingId: person }, chief)
  expect(Buffer.from(paper.bytes).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await house.asks('looks', { thingId: person }, lin)).toMatchObject({ code: 'commands/not-allowed' })
  const consentId = newId()
  const consent = { consentId, personId: person, purpose: '独居探访', way: 'signed', givenOn: '2026-09-01' }
  expect(await house.does('give-consent', consent, lin)).toEqual({ consentId })
  const withdrawn = await house.does('withdraw-consent', { consentId, on: '2026-09-15' }, lin)
  expect(withdrawn).toEqual({ consentId, ended: [], stays: [] })
  expect((await house.asks('consents', { personId: person }, lin)).rows).toMatchObject([{ withdrawnOn: '2026-09-15' }])
})
