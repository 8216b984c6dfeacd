import { describeMachine } from './machine.ts'
import { benchAlike } from './alike-people.ts'
import { benchExport } from './export-people.ts'
import { benchFigures } from './figures-people.ts'
import { benchFind } from './find-people.ts'
import { openPeopleSet, people } from './people-set.ts'

// Second part of `npm run bench:people`: what the base library does with the two million people of a city. `PARTS=find` or
// several with commas for some of it, `SET=<folder>` to keep the city for the next time.
const parts = { find: benchFind, figures: benchFigures, alike: benchAlike, export: benchExport }
const wanted = process.env['PARTS']?.split(',') ?? Object.keys(parts)
const set = await openPeopleSet()
try {
  console.log(
    `${describeMachine()}\n${people} people and their homes and households, 20000 organisations, 100 000 grids`,
  )
  for (const [name, bench] of Object.entries(parts)) if (wanted.includes(name)) await bench(set)
  console.log(describeMachine())
} finally {
  await set.close()
}
