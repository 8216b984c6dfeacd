import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser, BrowserType } from 'playwright-core'

const require = createRequire(import.meta.url)

/**
 * A browser out of the npm registry, with its libraries and a Chinese font from there too: nothing has to be installed
 * on the machine. Uses `WANGGE_BROWSER` when that names one.
 */
export async function startBrowser(): Promise<Browser> {
  const { type, executablePath } = await browserType()
  return type.launch({ executablePath, args: launchArguments })
}

export const launchArguments = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser by its parts, for a start of another kind. */
export async function browserType(): Promise<{ readonly type: BrowserType; readonly executablePath: string }> {
  const folder = join(tmpdir(), 'wangge-browser')
  await mkdir(folder, { recursive: true })
  await useOurFonts(folder)
  const { chromium } = await import('playwright-core')
  const own = process.env.WANGGE_BROWSER
  return { type: chromium, executablePath: own && existsSync(own) ? own : await unpacked(folder) }
}

/** The package unpacks itself for a cloud function; told that it is in one, it brings its system libraries too. */
async function unpacked(folder: string): Promise<string> {
  process.env.TMPDIR = folder
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}

async function useOurFonts(folder: string): Promise<void> {
  const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'))
  const file = join(folder, 'fonts.conf')
  const dirs = [fonts].map(dir => `<dir>${dir}</dir>`).join('')
  await writeFile(
    file,
    `<?xml version="1.0"?><fontconfig>${dirs}<cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`,
  )
  process.env.FONTCONFIG_FILE = file
}
