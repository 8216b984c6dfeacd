import { expect, test } from 'vitest'
import { isPage } from './web-apps.ts'

test('a link to a page is answered with the app, whatever is in its id; a file that is not there, and the interface, are not', () => {
  for (const page of [
    '/office/',
    '/office/cases/01a1',
    '/office/patrol/01a18ccc.2026-11-28.1500',
    '/office/find?text=a.js',
  ])
    expect([page, isPage(page)]).toEqual([page, true])
  for (const none of ['/office/old.js', '/favicon.ico', '/robots.txt', '/api/cases.list', '/tiles/1/2/3'])
    expect([none, isPage(none)]).toEqual([none, false])
})
