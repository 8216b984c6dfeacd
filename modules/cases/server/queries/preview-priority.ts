import { query } from '#platform/commands/server/command.ts'
import { previewPriority } from '../../common/contract-queries.ts'
import { bandOf, criteria, type PrioritySettings, weigh } from '../../common/priority.ts'
import { readKnownCases } from '../known-cases-store.ts'
import { type OpenCase, readOpenCases } from '../priority-store.ts'
import type { Surroundings } from '../surroundings.ts'
import type { CasesTables } from '../tables.ts'
import { firstId, openAtOnce, timeOf } from '../weigh-job.ts'
import { titleOf } from '../present.ts'

const mostRows = 100

/**
 * Weighs every open case twice, by what holds and by what is tried: weights are for the whole place, so all are counted.
 * Which ones they are is told of those that the caller may see.
 */
export const previewPriorityQuery = (around: Pick<Surroundings, 'clocks' | 'priority'>) =>
  query<CasesTables, typeof previewPriority>(previewPriority, {
    async run({ read, actor, now }, asked) {
      const present = around.priority(now)
      const tried: PrioritySettings = {
        ...present,
        weights: Object.fromEntries(criteria.map(one => [one, asked[one] ?? present.weights[one]])) as never,
        urgentFrom: asked.urgentFrom ?? present.urgentFrom,
        veryUrgentFrom: asked.veryUrgentFrom ?? present.veryUrgentFrom,
      }
      const compare = (open: OpenCase) => {
        const about = { ...open, share: timeOf(open, around, now).share }
        const [before, after] = [weigh(about, present).score, weigh(about, tried).score]
        return { before, after, bandBefore: bandOf(before, present), bandAfter: bandOf(after, tried) }
      }
      const rows = []
      let [total, up, down] = [0, 0, 0]
      for (let after = firstId; ; ) {
        const open = await readOpenCases(read, after, openAtOnce)
        const last = open.at(-1)
        if (!last) break
        after = last.id
        const seen = await readKnownCases(
          read as never,
          actor,
          open.map(({ id }) => id),
        )
        const known = new Map(seen.map(one => [one.id, one]))
        for (const one of open) {
          const file = known.get(one.id)
          const compared = compare(one)
          total += 1
          if (compared.bandAfter > compared.bandBefore) up += 1
          if (compared.bandAfter < compared.bandBefore) down += 1
          if (file) rows.push({ caseId: file.id, number: file.number, title: titleOf(file), ...compared })
        }
      }
      const changed = rows
        .filter(row => row.before !== row.after || row.bandBefore !== row.bandAfter)
        .toSorted(
          (a, b) => Math.abs(b.bandAfter - b.bandBefore) - Math.abs(a.bandAfter - a.bandBefore) || b.after - a.after,
        )
      const { weights, urgentFrom, veryUrgentFrom } = tried
      return {
        ...{ weights: { ...weights }, urgentFrom, veryUrgentFrom, total, up, down },
        ...{ seen: rows.length, changed: changed.length },
        rows: changed.slice(0, mostRows),
      }
    },
  })
