import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** With WANGGE_PICTURES naming a folder, what was seen is kept there for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['WANGGE_PICTURES']
  if (folder?.includes('/')) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
