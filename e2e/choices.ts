import type { Locator, Page } from 'playwright-core'

/** What can be chosen in the list that hangs open in the office. */
export function openChoices(page: Page): Locator {
  return page.locator('.ant-select-dropdown:visible .ant-select-item-option')
}
