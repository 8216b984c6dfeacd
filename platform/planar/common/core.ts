import { at, keyOf } from './point.ts'
import type { Segment } from './noding.ts'

interface Link {
  readonly to: number
  readonly segment: number
}

interface Frame {
  readonly node: number
  readonly by: number
  next: number
}

/**
 * The largest part of a network in which no single point or stretch holds two halves together. Dead ends,
 * bridges between parts, and separate islands go; so each face of what stays is one simple ring.
 */
export function largestCore<T>(segments: readonly Segment<T>[]): Segment<T>[] {
  const links = linksOf(segments)
  let largest: number[] = []
  for (const component of components(links)) if (component.length > largest.length) largest = component
  return largest.sort((a, b) => a - b).map(i => at(segments, i))
}

function linksOf<T>(segments: readonly Segment<T>[]): Map<number, Link[]> {
  const links = new Map<number, Link[]>()
  const link = (from: number, to: number, segment: number) => {
    const list = links.get(from)
    if (list) list.push({ to, segment })
    else links.set(from, [{ to, segment }])
  }
  segments.forEach(({ a, b }, i) => {
    link(keyOf(a), keyOf(b), i)
    link(keyOf(b), keyOf(a), i)
  })
  return links
}

/** Biconnected components, each as the numbers of its segments: Hopcroft and Tarjan's method without recursion. */
function* components(links: ReadonlyMap<number, readonly Link[]>): Generator<number[]> {
  const order = new Map<number, number>()
  const low = new Map<number, number>()
  const get = (map: Map<number, number>, node: number) => map.get(node) ?? 0
  for (const root of links.keys()) {
    if (order.has(root)) continue
    const pending: number[] = []
    const frames: Frame[] = [{ node: root, by: -1, next: 0 }]
    order.set(root, order.size + 1)
    low.set(root, order.size)
    while (frames.length > 0) {
      const frame = at(frames, frames.length - 1)
      const link = links.get(frame.node)?.[frame.next++]
      if (link) {
        if (link.segment === frame.by) continue
        if (!order.has(link.to)) {
          pending.push(link.segment)
          order.set(link.to, order.size + 1)
          low.set(link.to, order.size)
          frames.push({ node: link.to, by: link.segment, next: 0 })
        } else if (get(order, link.to) < get(order, frame.node)) {
          pending.push(link.segment)
          low.set(frame.node, Math.min(get(low, frame.node), get(order, link.to)))
        }
        continue
      }
      frames.pop()
      const parent = frames[frames.length - 1]
      if (!parent) continue
      low.set(parent.node, Math.min(get(low, parent.node), get(low, frame.node)))
      if (get(low, frame.node) >= get(order, parent.node)) yield pending.splice(pending.lastIndexOf(frame.by))
    }
  }
}
