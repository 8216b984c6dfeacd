import { dayOf } from '#platform/kernel/common/day-of.ts'
import { instantOf } from '#platform/kernel/common/instant.ts'
import type { PeoplePlan } from '../people/people.ts'
import type { Stage } from './stage.ts'

const day = 86_400_000

/** Two disputes of the first grid worker: one kept and closed, one whose follow-up comes tomorrow. Nobody in them lives. */
export async function playMediation(stage: Stage, people: PeoplePlan, now: number): Promise<void> {
  const post = people.posts.find(one => one.duty === 'worker' && !one.vacant && one.gridPath?.startsWith('1.1.1.'))
  if (!post) return
  const worker = stage.at(post.key)
  const told = async (before: number, followUpIn: number, matter: object) => {
    const at = now - before * day
    const matterId = stage.newId(at)
    const followUpOn = dayOf(instantOf(at), followUpIn)
    await stage.does(worker, 'mediation.record', at, { matterId, at: instantOf(at), followUpOn, ...matter })
    return matterId
  }
  const kept = await told(20, 7, {
    ...{ kind: 'neighbours', outcome: 'agreed-written', parties: [{ name: '孙一' }, { name: '吴二' }] },
    text: '楼上卫生间漏水，楼下顶棚和墙面受损，双方对修理和赔偿有争议。',
    agreement: '孙一七日内修好漏水处，赔偿吴二粉刷费 600 元；吴二配合入户查看。',
  })
  const asked = now - 12 * day
  await stage.does(worker, 'mediation.follow-up', asked, {
    ...{ matterId: kept, at: instantOf(asked), keeping: 'kept', text: '漏水修好，钱已付清，双方没有其他意见。' },
  })
  await told(6, 7, {
    ...{ kind: 'environment', outcome: 'agreed-spoken', parties: [{ name: '郑三' }, { name: '王四' }] },
    text: '早餐店凌晨备料声音大，楼上住户休息不好。',
    agreement: '早餐店五点半以前不开绞肉机，装减振垫。',
  })
}
