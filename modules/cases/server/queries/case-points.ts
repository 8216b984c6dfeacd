import { query } from '#platform/commands/server/command.ts'
import { casePoints } from '../../common/contract-queries.ts'
import { pointsPerAnswer } from '../../common/limits.ts'
import { CaseSearch } from '../case-search-store.ts'
import { titleOf } from '../present.ts'
import type { CasesTables } from '../tables.ts'

const cellsAcross = 24

export const casePointsQuery = query<CasesTables, typeof casePoints>(casePoints, {
  async run({ read, actor }, { bbox, ...filters }) {
    const search = new CaseSearch(read, actor)
    if (await search.isCrowded(bbox, filters, pointsPerAnswer)) {
      const clusters = await search.clusters(bbox, filters, cellSize(bbox))
      return { points: [], clusters, total: clusters.reduce((sum, { count }) => sum + count, 0) }
    }
    const found = await search.inBox(bbox, filters, pointsPerAnswer)
    const points = found.flatMap(caseFile => {
      const { point } = caseFile.place
      if (!point) return []
      const { id, number, status, photos } = caseFile
      return [{ caseId: id, number, status, title: titleOf(caseFile), photo: photos[0]?.fileId ?? null, ...point }]
    })
    return { points, clusters: [], total: points.length }
  },
})

/** A power-of-two part of the circle, so that neighbouring zooms share their lattice. */
function cellSize([west, south, east, north]: readonly [number, number, number, number]): number {
  const wanted = Math.max(east - west, north - south, 1e-6) / cellsAcross
  return 360 / 2 ** Math.floor(Math.log2(360 / wanted))
}
