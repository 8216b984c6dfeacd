import { expect, test } from 'vitest'
import { enter, keptNames, photo, report, rows, townWithPhone } from './phone-town.ts'
import { picture } from './picture.ts'
import { expectSound, settled } from './sound.ts'
import { ask, order, signInQuietly, visitor } from './visitor.ts'

const { town, takePhone } = townWithPhone()

/** A phone in the field with a report on it and no line, and the security administrator, who knows it is lost. */
async function lostPhone() {
  const { page, context } = await takePhone()
  const { person } = (await (await context.request.get('/api/identity.me')).json()) as { person: { id: string } }
  await context.setOffline(true)
  await page.reload()
  await report(page, 1)
  expect((await rows(page)).length).toBeGreaterThan(5)
  const { browser, address } = town()
  const security = await visitor(browser, address)
  await signInQuietly(security, 'security-admin')
  const devices = async () =>
    (
      await ask<{ rows: { deviceId: string; wipedAt: string | null }[] }>(security, 'identity.list-devices', {
        personId: person.id,
      })
    ).rows
  const { deviceId } = (await devices())[0]!
  return {
    page,
    context,
    personId: person.id,
    /** As the administrator does it: on the page of locks and sessions, asked once more. */
    async wipeByHand() {
      const desk = security.page
      await desk.goto('/office/access')
      const table = desk.getByRole('table', { name: '存有数据的手机' })
      await table
        .getByRole('button', { name: /^抹除 .+ 的手机$/ })
        .first()
        .click()
      await settled(desk)
      await expectSound(desk, 'phones that keep data')
      await picture(desk, 'offline-phones')
      await desk
        .getByRole('tooltip')
        .getByRole('button', { name: /^抹\s?除$/ })
        .click()
      await table.getByText('要求抹除，等手机联网').first().waitFor()
    },
    async expectShownForgotten() {
      await security.page.reload()
      await security.page.getByRole('table', { name: '存有数据的手机' }).getByText('已抹除').first().waitFor()
    },
    wipe: () => order(security, 'identity.wipe-device', { deviceId, personId: person.id }),
    async expectForgotten() {
      await page.getByLabel('账号').waitFor()
      await expect.poll(async () => (await rows(page)).length, { timeout: 20_000 }).toBe(0)
      await expect
        .poll(async () => (await devices()).find(one => one.deviceId === deviceId)?.wipedAt ?? null)
        .not.toBeNull()
      await security.leave()
    },
  }
}

test('a phone whose session is ended by the administrator forgets everything and says so', async () => {
  const { page, context, wipeByHand, expectShownForgotten, expectForgotten } = await lostPhone()
  await wipeByHand()
  await context.setOffline(false)
  await page.reload()
  await page.getByLabel('账号').waitFor()
  await expect.poll(async () => (await rows(page)).length, { timeout: 20_000 }).toBe(0)
  await expectShownForgotten()
  await expectForgotten()
})

test('it forgets, too, when the answer that said so went to nobody', async () => {
  const { page, context, wipe, expectForgotten } = await lostPhone()
  await wipe()
  // Whatever asks first is told "ended" and loses the cookie; the page hears only that there is no session.
  expect((await context.request.get('/api/identity.me')).status()).toBe(401)
  expect(await context.cookies()).toEqual([])
  await context.setOffline(false)
  await page.reload()
  await expectForgotten()
})

test('closed in the middle of forgetting, nothing can be read at the next start, and it is finished with a line', async () => {
  const { page, context, personId, wipe, expectForgotten } = await lostPhone()
  await wipe()
  // As the phone notes it before it puts anything away.
  await page.evaluate(async id => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('wangge-field')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    await new Promise((resolve, reject) => {
      const transaction = db.transaction('facts', 'readwrite')
      const facts = transaction.objectStore('facts')
      const asked = facts.get('phone')
      asked.onsuccess = () => facts.put({ ...asked.result, toAskFor: [id] }, 'phone')
      transaction.oncomplete = resolve
      transaction.onerror = reject
    })
    db.close()
  }, personId)
  await page.reload()
  await page.getByText('现在连不上网络').waitFor()
  expect((await keptNames(page)).filter(name => name.startsWith('cases.') || name.startsWith('map-'))).toEqual([])
  await context.setOffline(false)
  await page.reload()
  await expectForgotten()
})

test('signing out without a network locks the phone; what was not sent is there again after signing in', async () => {
  const { page, context } = await takePhone()
  await context.setOffline(true)
  await page.reload()
  await report(page, 7)
  await page.getByRole('link', { name: '我的', exact: true }).click()
  await page.getByText('还有 1 件没有发出去').waitFor()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByLabel('账号').waitFor()
  expect((await keptNames(page)).filter(name => name.startsWith('cases.') || name.startsWith('map-'))).toEqual([])
  await context.setOffline(false)
  await page.reload()
  // The session that was left without a line is ended before anything else is asked.
  await enter(page)
  await page.goto('/field/#/waiting')
  await page.getByText('都发出去了').waitFor()
})

test('the app can be installed, and says before a full phone loses anything', async () => {
  const { page, context } = await takePhone()
  const tools = await context.newCDPSession(page)
  expect((await tools.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([])
  await page.getByRole('link', { name: '上报', exact: true }).click()
  await page.getByLabel('情况').fill('手机快满了')
  await expect.poll(() => keptNames(page), { timeout: 10_000 }).toContain('report')
  // A disk cannot be filled here; the browser says what it says of a full one.
  await page.evaluate(() => {
    navigator.storage.estimate = async () => ({ quota: 10_000_000, usage: 9_990_000 })
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (value: { readonly body?: ArrayBuffer }, ...rest) {
      if ((value.body?.byteLength ?? 0) > 5_000) throw new DOMException('full', 'QuotaExceededError')
      return put.call(this, value, ...rest)
    }
  })
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'p.jpg', mimeType: 'image/jpeg', buffer: await photo(3) })
  await page.getByText('手机空间快满了').waitFor()
  await page.reload()
  expect(await page.getByLabel('情况').inputValue()).toBe('手机快满了')
})
