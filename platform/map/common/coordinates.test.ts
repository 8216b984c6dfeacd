import { describe, expect, it } from 'vitest'
import { readCoordinates } from './coordinates.ts'

describe('typed coordinates', () => {
  it.each(['113.7012, 34.7613', '113.7012，34.7613', '(113.7012 34.7613)', ' 113.7012°;34.7613° ', '113.7012/34.7613'])(
    'reads %s',
    text => {
      expect(readCoordinates(text)).toEqual({ lon: 113.7012, lat: 34.7613 })
    },
  )

  it.each(['', '113.7012', 'a, b', '1,2,3', '113.7，', '<script>,1', 'Infinity, 1'])('does not guess at %s', text => {
    expect(readCoordinates(text)).toBeNull()
  })

  it('keeps seven decimals and leaves the order as typed', () => {
    expect(readCoordinates('34.123456789, 113.123456749')).toEqual({ lon: 34.1234568, lat: 113.1234567 })
  })
})
