import { expect, test } from 'vitest'
import { knock } from '#testkit/access-matrix.ts'
import { buildTown, type Neighbour } from '#testkit/town.ts'
import { personas } from '#town/people/personas.ts'
import { mayKnock } from '#testkit/access-table.ts'

const town = await buildTown()
const endpoints = town.program.modules.flatMap(module => [...module.commands, ...module.queries])

test('the table has a line for every endpoint, and none for what is gone', () => {
  expect(Object.keys(mayKnock).toSorted()).toEqual(endpoints.map(({ endpoint }) => endpoint.name).toSorted())
})

// Every endpoint times every persona: thousands of calls, and more with each module.
test('every persona is let in where the table says so, and nowhere else', async () => {
  const neighbours: Neighbour[] = [town.nobody()]
  for (const { login } of personas) neighbours.push(await town.as(login))
  // Signing out ends the session that the other knocks need, so it comes last.
  const inOrder = endpoints.toSorted((a, b) => Number(ends(a.endpoint.name)) - Number(ends(b.endpoint.name)))
  for (const { endpoint, ...rest } of inOrder) {
    const operation = { endpoint, ...rest } as (typeof endpoints)[number]
    const letIn: string[] = []
    for (const neighbour of neighbours)
      if ((await knock(town, neighbour, operation)) === 'in') letIn.push(neighbour.login)
    expect([endpoint.name, letIn]).toEqual([endpoint.name, expected(endpoint.name)])
  }
}, 300_000)

const ends = (name: string) => name === 'identity.sign-out'

function expected(name: string): string[] {
  const listed = mayKnock[name] ?? []
  const everybody = personas.map(persona => persona.login)
  if (listed === 'anyone') return ['nobody', ...everybody]
  return listed === 'signed-in' ? everybody : everybody.filter(login => listed.includes(login))
}
