import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'

export const setEntrance = endpoint({
  name: 'places.set-entrance',
  kind: 'command',
  access: { permission: 'places.edit' },
  summary: 'Registers an entrance of a building from today, or puts one right that stands; its number stays.',
  input: z.object({
    entranceId: z.uuid(),
    buildingId: z.uuid(),
    number: z.int().min(1).max(99),
    floors: z.int().min(1).max(200),
    roomsPerFloor: z.int().min(1).max(99),
    households: z.int().min(0).max(5000),
  }),
  output: z.object({ entranceId: z.string() }),
  refusals: ['places/not-found', 'places/outside-your-grids', 'places/entrance-taken', 'places/id-taken'],
})
