import { expect, test } from 'vitest'
import { startBrowser } from './browser.ts'
import { expectSound, settled } from './sound.ts'
import { startServer } from './start-server.ts'
import { ask, visitor } from './visitor.ts'

test('a program without a town asks for its three administrators and has no demo account', async () => {
  const server = await startServer({ town: 'none' })
  const browser = await startBrowser()
  try {
    const first = await visitor(browser, server.address)
    expect(await ask(first, 'identity.demo-logins')).toEqual({ rows: [] })
    await first.page.goto('/office/')
    await first.page.getByRole('heading', { name: '首次使用：设置三员' }).waitFor()
    await expectSound(first.page, 'first start')
    // Sent empty, every field says what it lacks, to eyes and to readers.
    await first.page.getByRole('button', { name: '完成设置并以系统管理员登录' }).click()
    await first.page.locator('[aria-invalid="true"]').first().waitFor()
    await first.page.getByRole('button', { name: 'English', exact: true }).click()
    await settled(first.page)
    await expectSound(first.page, 'first start, in English, with what is missing')
    expect(first.complaints).toEqual([])
  } finally {
    await browser.close()
    await server.stop()
  }
})
