import type { Geography } from '../geography/geography.ts'
import { Desk, type Matter } from './pressing.ts'
import type { Stage } from './stage.ts'

const event = (code: string, hours: number, unit: string, text: string): Matter => ({
  ...{ kind: 'event', code, hours, unit, text },
})

const rubble = event('06011', 8, 'sanitation', '装修垃圾堆在楼前三天没有清走')
const pothole = event('06013', 40, 'municipal', '路面破了个坑，下雨看不见，电动车摔过一次')
const stalls = event('09005', 2, 'enforcement', '几家店把货摊摆到人行道上，轮椅过不去')
const bins = event('06042', 4, 'sanitation', '垃圾桶满了两天，袋子堆到路上')
const posters = event('07001', 8, 'enforcement', '单元门口又贴满了小广告')
const dirt = event('06012', 5, 'sanitation', '菜市场后门地上都是菜叶和污水，老人滑倒过')
const litter = event('06025', 24, 'neighbour', '河面漂着塑料瓶和泡沫，从上游邻区漂下来')

/**
 * What oversight looks like on a working day: some matters pressing, one or two late, orders under way, a whistle, a point
 * that comes again, matters at all three levels, one with a neighbouring jurisdiction.
 */
export async function playOversight(stage: Stage, geography: Geography, now: number): Promise<void> {
  const desk = new Desk(stage, geography, now)
  await playOrders(stage, desk)
  await playWhistles(stage, desk)
  await playRepetition(stage, desk)
  await playLevels(stage, desk)
}

async function playOrders(stage: Stage, desk: Desk): Promise<void> {
  const [supervisor, hub, centre] = [stage.at('supervisor'), stage.at('district-hub'), stage.at('street-centre')]
  const handler = (unit: string) => stage.at(`handler ${unit} 1`)
  const order = async (as: typeof hub, name: string, minutes: number, input: object): Promise<string> => {
    const orderId = stage.newId(desk.before(minutes))
    await stage.does(as, `supervision.${name}`, desk.before(minutes), { orderId, ...input })
    return orderId
  }
  const answer = (as: typeof hub, name: string, minutes: number, orderId: string, text: string) =>
    stage.does(as, `supervision.${name}`, desk.before(minutes), { orderId, text })

  const standing = '汛期前清掏辖区雨水箅子，列出完成清单。'
  await order(hub, 'issue', 26 * 60, { kind: 'order', unitId: stage.unitId('municipal'), demand: standing })
  await desk.pressing(rubble, 0.75)
  await desk.pressing(posters, 0.8)
  const hole = await desk.pressing(pothole, 0.93)
  const full = await desk.pressing(bins, 0.95)
  const dirty = await desk.pressing(dirt, 1.6)

  const urged = await order(supervisor, 'issue', 100, {
    kind: 'urge',
    caseId: hole.caseId,
    demand: '请今天内先围护再修补',
  })
  await answer(handler('municipal'), 'reply', 70, urged, '已围护，材料下午到场。')
  const instructed = await order(hub, 'instruct', 80, { caseId: full.caseId, demand: '查清清运班次，防止再满溢。' })
  await answer(handler('sanitation'), 'reply', 50, instructed, '已加一班清运，今晚起执行。')
  await answer(hub, 'accept', 30, instructed, '同意，一周后复查。')
  const demand = '限三日内清理冲洗并回复，附整改前后照片。'
  const late = await order(centre, 'issue', 65, { kind: 'order', caseId: dirty.caseId, demand })
  await answer(handler('sanitation'), 'reply', 20, late, '已冲洗，与市场约定每晚清一次。')
}

interface Call {
  readonly callId: string
  readonly whistleId: string
  readonly unitId: string
}

async function playWhistles(stage: Stage, desk: Desk): Promise<void> {
  const centre = stage.at('street-centre')
  const handler = (unit: string) => stage.at(`handler ${unit} 1`)
  const blow = async (minutes: number, units: readonly string[], input: object): Promise<Map<string, string>> => {
    const whistleId = stage.newId(desk.before(minutes))
    const unitIds = units.map(unit => stage.unitId(unit))
    await stage.does(centre, 'coordination.blow', desk.before(minutes), { whistleId, unitIds, ...input })
    const { rows } = (await stage.asks(centre, 'coordination.calls', desk.before(minutes), {})) as { rows: Call[] }
    return new Map(rows.filter(call => call.whistleId === whistleId).map(call => [call.unitId, call.callId]))
  }
  const step = (as: typeof centre, call: string, minutes: number, name: string, more: object = {}) =>
    stage.does(as, 'coordination.take-step', desk.before(minutes), { callId: call, step: name, ...more })

  const low = await blow(28 * 60, ['municipal', 'sanitation'], {
    what: '暴雨前排查低洼积水点',
    place: '中心路下穿通道',
  })
  const [drains, sweepers] = ['municipal', 'sanitation'].map(unit => low.get(stage.unitId(unit))!)
  await step(handler('municipal'), drains!, 28 * 60 - 15, 'come')
  await step(handler('municipal'), drains!, 28 * 60 - 45, 'arrive')
  await step(handler('sanitation'), sweepers!, 28 * 60 - 50, 'excuse', { text: '车辆都在另一处排水，请改派。' })
  await step(centre, drains!, 28 * 60 - 60, 'confirm')
  await step(centre, drains!, 24 * 60, 'rate', { text: '到得快，两处已疏通，一处待修。', speed: 5, result: 4 })

  const crowded = await desk.pressing(stalls, 1.3)
  const about = { what: '早市摊贩占满路口，请到现场联合处置', place: '农贸市场东门', caseId: crowded.caseId }
  const calls = await blow(75, ['enforcement', 'traffic', 'market'], about)
  const [officers, police] = ['enforcement', 'traffic'].map(unit => calls.get(stage.unitId(unit))!)
  await step(handler('enforcement'), officers!, 70, 'come')
  await step(handler('enforcement'), officers!, 48, 'arrive')
  await step(centre, officers!, 45, 'confirm')
  await step(handler('traffic'), police!, 58, 'come')
}

/** The third complaint at one point within a month; the job of supervision raises it by itself. */
async function playRepetition(stage: Stage, desk: Desk): Promise<void> {
  const day = 24 * 60
  const cell = 3
  await desk.settled(dirt, desk.before(9 * day), cell)
  const again = await desk.settled(dirt, desk.before(4 * day), cell)
  const caseId = await desk.report('市场后门又是污水横流，这个月第三次反映了', desk.before(110), cell)
  await stage.step(stage.at('acceptor 1'), 'accept', desk.before(100), caseId)
  // The same words by the same person within days: the rates leave one of them out, agreed by two.
  const wish = { reason: '重复反映', note: '与五天前的一件同一人、同一处，已一并答复' }
  await stage.step(stage.at('supervisor'), 'ask-leave-out', desk.before(2 * day), again, wish)
  await stage.step(stage.at('district-hub'), 'answer-leave-out', desk.before(day), again, { isGranted: true })
}

async function playLevels(stage: Stage, desk: Desk): Promise<void> {
  const [community, street, hub] = [stage.at('deputy 1.1.1'), stage.at('street-centre'), stage.at('district-hub')]
  const raise = (as: typeof hub, minutes: number, caseId: string, reason: string) =>
    stage.step(as, 'raise', desk.before(minutes), caseId, { reason })

  const atStreet = await desk.report('两个小区之间的围墙开裂，两边物业都说不归自己', desk.before(190))
  await raise(community, 170, atStreet, '涉及两个社区，社区协调不下来')

  const atDistrict = await desk.report('高架桥下长期停放报废车，产权单位不明', desk.before(260))
  await raise(community, 240, atDistrict, '产权不在本社区')
  await raise(street, 200, atDistrict, '涉及市属产权单位，请区里协调')
  await stage.step(hub, 'accept', desk.before(150), atDistrict)

  const givenDown = await desk.report('楼道里有人养鸡，味道大', desk.before(230))
  await raise(community, 210, givenDown, '邻里意见大，请街道出面')
  const reason = '先由社区上门劝导，三天无果再报'
  await stage.step(street, 'assign-down', desk.before(180), givenDown, { reason })

  await desk.dispatched(litter, desk.before(300))
}
