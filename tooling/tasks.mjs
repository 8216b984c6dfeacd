// What `npm run NAME` does, one line each: the files to run with Node 24, in order; words typed after `--` go to the last.
// A new task is a line here and `"NAME": "node tooling/run.mjs NAME"` in package.json.
export const tasks = {
  start: ['tooling/build-web.ts', 'apps/server/main.ts'],
  dev: ['tooling/dev.ts'],
  check: ['tooling/check.ts'],
  test: ['tooling/test.ts'],
  build: ['tooling/build-web.ts'],
  schema: ['tooling/schema.ts'],
  openapi: ['tooling/openapi.ts'],
  'audit:verify': ['tooling/verify-audit.ts'],
  'db:reset': ['tooling/reset-database.ts'],
  'bench:lifecycle': ['tooling/build-web.ts', 'bench/lifecycle.ts'],
  'bench:worktime': ['bench/worktime.ts'],
  'bench:boundaries': ['bench/boundaries.ts'],
  'bench:people': ['bench/import-people.ts', 'bench/many-people.ts'],
  'prove:crash': ['tooling/build-web.ts', 'bench/prove-crash.ts'],
}
