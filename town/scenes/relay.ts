import { dayOf } from '#platform/kernel/common/day-of.ts'
import { instantOf } from '#platform/kernel/common/instant.ts'
import type { PeoplePlan } from '../people/people.ts'
import type { Stage } from './stage.ts'

const hour = 3_600_000
const day = 24 * hour

/** Words of the community to its yards: one passed on and answered, one that still waits. */
export async function playRelay(stage: Stage, people: PeoplePlan, now: number): Promise<void> {
  const committee = stage.at('deputy 1.1.1')
  const heads = people.posts.filter(
    one => one.duty === 'building-head' && !one.vacant && one.gridPath?.startsWith('1.1.1.'),
  )
  const words = [
    {
      ...{ before: 6 * day, days: 3, title: '周三上午停水' },
      text: '因更换阀门，周三 8:00 至 12:00 停水，请提前存水。用水困难的老人请告诉楼门院长，社区送水上门。',
    },
    {
      ...{ before: 5 * hour, days: 4, title: '冬季用火用电安全' },
      text: '电动自行车不进楼、不飞线充电；离家关火关电。家里有需要检查线路的，告诉楼门院长，社区安排电工上门。',
    },
  ]
  for (const [i, { before, days, title, text }] of words.entries()) {
    const at = now - before
    const wordId = stage.newId(at)
    const untilOn = dayOf(instantOf(at), days)
    await stage.does(committee, 'relay.write', at, { wordId, title, text, gridPath: '1.1.1', untilOn })
    if (i > 0) continue
    for (const [turn, { key, id }] of heads.entries()) {
      const passedAt = at + (turn + 4) * hour
      const asked = turn === 0 ? '二单元有一户老人腿脚不便，问能不能把水送到五楼' : ''
      await stage.does(stage.at(key), 'relay.pass', passedAt, { wordId, at: instantOf(passedAt), asked })
      if (asked === '') continue
      const answer = { wordId, postId: id, text: '可以，周三上午志愿者会把水送到家门口。' }
      await stage.does(committee, 'relay.answer', passedAt + hour, answer)
    }
  }
}
