import { instantOf } from '#platform/kernel/common/instant.ts'
import type { PeoplePlan } from '../people/people.ts'
import type { Stage } from './stage.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** One call for help that was needed, taken and closed, and one that a pocket made: both belong to an ordinary week. */
export async function playHelp(stage: Stage, people: PeoplePlan, now: number): Promise<void> {
  const standing = (duty: string) =>
    people.posts.find(one => one.duty === duty && !one.vacant && one.gridPath?.startsWith('1.1.1.'))
  const [worker, head] = [standing('worker'), standing('building-head')]
  const lead = stage.at('lead 1.1')
  const calls = [
    { post: worker, before: 3 * day, text: '三楼住户家中有煤气味，人在里面没有应门', outcome: 'passed-on' },
    { post: head, before: 8 * day, text: '', outcome: 'mistake' },
  ]
  for (const { post, before, text, outcome } of calls) {
    if (!post) continue
    const at = now - before
    const callId = stage.newId(at)
    await stage.does(stage.at(post.key), 'help.call', at, { callId, at: instantOf(at), text })
    await stage.does(lead, 'help.take', at + minute, { callId })
    const said =
      outcome === 'mistake' ? '打电话核实，手机在口袋里误触，人没有事' : '已联系 119 和燃气公司到场，关阀通风，人已安全'
    await stage.does(lead, 'help.end', at + 40 * minute, { callId, outcome, text: said })
  }
}
