import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { tmpdir } from 'node:os'

const require = createRequire(import.meta.url)

/** As much of GDAL as tests ask for. */
interface Gdal {
  open(path: string): Promise<{ datasets: readonly unknown[]; errors: readonly unknown[] }>
  ogr2ogr(dataset: unknown, options: readonly string[], name: string): Promise<unknown>
}

interface Begun {
  readonly gdal: Gdal
  readonly folder: string
  readonly complaints: string[]
}

/** One for the process: the program keeps a single state, with the folder that it was first given. */
let begun: Promise<Begun> | undefined

async function begin(): Promise<Begun> {
  const folder = await mkdtemp(join(tmpdir(), 'wangge-gdal-'))
  const program = dirname(require.resolve('gdal3.js'))
  const start = require('gdal3.js/node.js') as (options: object) => Promise<Gdal>
  const complaints: string[] = []
  const gdal = await start({
    // It puts a dot before the path, so it has to be told from here.
    path: relative(process.cwd(), program),
    dest: folder,
    useWorker: false,
    logHandler: () => {},
    errorHandler: (text: string) => complaints.push(text),
  })
  return { gdal, folder, complaints }
}

/**
 * Text of one format into files of another, by the end of their names, as the real GDAL makes them (WebAssembly out of
 * the npm registry): an independent reader and writer for what we read and write.
 */
export async function convertByGdal(
  format: '.geojson',
  text: string,
  options: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  begun ??= begin()
  const { gdal, folder, complaints } = await begun
  const before = new Set(await readdir(folder))
  const from = join(folder, `given-${before.size}${format}`)
  await writeFile(from, text)
  const { datasets, errors } = await gdal.open(from)
  if (errors.length > 0 || datasets.length !== 1) throw new Error(`GDAL does not read it: ${JSON.stringify(errors)}`)
  const name = `made-${before.size}`
  await gdal.ogr2ogr(datasets[0], options, name)
  const made = (await readdir(folder)).filter(each => each.startsWith(`${name}.`))
  if (made.length === 0) throw new Error(`GDAL made nothing: ${complaints.join(' ')}`)
  const read = made.map(async each => [each.slice(each.lastIndexOf('.')), await readFile(join(folder, each))] as const)
  return new Map(await Promise.all(read))
}
