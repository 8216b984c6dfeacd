import { describe, expect, it } from 'vitest'
import { contrast } from '../tokens.ts'
import { mapColours as colour } from './tokens.ts'

const grounds = ['ground', 'area', 'green', 'water', 'building', 'road', 'road-main'] as const

describe('colours of the map', () => {
  it.each(['name', 'name-water', 'grid-name'] as const)('%s can be read on every ground', name => {
    for (const ground of grounds) expect(contrast(colour[name], colour[ground])).toBeGreaterThanOrEqual(4.5)
  })

  it.each(Object.keys(colour).filter(name => name.startsWith('draw-')))('%s can be read and stands out', name => {
    for (const ground of grounds)
      expect(contrast(colour[name as keyof typeof colour], colour[ground])).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['grid-1', 'grid-2', 'grid-3', 'grid-4', 'grid-own', 'grid-chosen'] as const)('%s stands out', border => {
    for (const ground of grounds) expect(contrast(colour[border], colour[ground])).toBeGreaterThanOrEqual(3)
  })
})
