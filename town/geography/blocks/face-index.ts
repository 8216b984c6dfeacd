import { boxOf, inRing, type Point } from '#platform/planar/common/point.ts'
import { SegmentIndex } from '#platform/planar/common/segment-index.ts'

/** Finds the face in which a point lies. */
export class FaceIndex {
  readonly #index = new SegmentIndex<number>()
  readonly #faces: readonly (readonly Point[])[]

  constructor(faces: readonly (readonly Point[])[]) {
    this.#faces = faces
    faces.forEach((face, i) => {
      const { west, south, east, north } = boxOf(face)
      this.#index.add({ a: { x: west, y: south }, b: { x: east, y: north }, of: i })
    })
  }

  find(p: Point): number | null {
    for (const { a, b, of } of this.#index.near(p, p)) {
      if (p.x < a.x || p.x > b.x || p.y < a.y || p.y > b.y) continue
      const face = this.#faces[of]
      if (face && inRing(face, p)) return of
    }
    return null
  }
}
