import { makeKeyFile, readKeyFile } from './key-file.ts'

/** `node platform/crypto/server/make-key-file.ts PATH`: a key for a new installation whose database is elsewhere. */
const [path] = process.argv.slice(2)
if (path === undefined) throw new Error('say where: node platform/crypto/server/make-key-file.ts PATH')
await makeKeyFile(path)
await readKeyFile(path, { create: false })
