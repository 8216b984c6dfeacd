import { defineConfig } from 'vitest/config'

const outside = ['**/node_modules/**', '**/dist/**', '**/.wangge/**']
const needsDatabase = ['**/*.db.test.ts', '**/*.api.test.ts']

// Types of test are told apart by file name (style: `.test.ts` pure, `.db.test.ts` and `.api.test.ts` with a database,
// `e2e/*.spec.ts` with a browser), so that a pure test never waits for a database.
export default defineConfig({
  resolve: { conditions: ['node'] },
  test: {
    maxWorkers: 2,
    // What takes its second on a busy machine is not a fault: by itself `expect.poll` waits for one second.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...outside, ...needsDatabase],
          testTimeout: 15_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: needsDatabase,
          exclude: outside,
          globalSetup: ['testkit/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.spec.ts'],
          exclude: outside,
          globalSetup: ['e2e/global-setup.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
