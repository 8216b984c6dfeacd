import { expect, test } from 'vitest'
import { cleanSnapshot } from '#testkit/clean-snapshot.ts'
import { buildTown, done } from '#testkit/town.ts'
import type { me } from '../common/contract.ts'

const town = await buildTown()

test('what a screen is told about a grid worker: field by field, nothing more', async () => {
  const worker = await town.as('grid-worker')
  const { permissions, ...answer } = done(await worker.query<typeof me>('identity.me', {}))
  expect(permissions).toContain('cases.report')
  expect(cleanSnapshot(answer)).toMatchInlineSnapshot(`
    {
      "demo": true,
      "person": {
        "id": "id-1",
        "login": "grid-worker",
        "mustChangePassword": false,
        "mustSetUpTotp": false,
        "name": "何欣平",
        "passwordSetAt": "instant-1",
        "totpOn": false,
      },
      "post": {
        "gridPath": "1.1.1.1",
        "id": "id-2",
        "roleCode": "grid-worker",
        "roleName": "网格员",
        "title": "丹凤南社区1号网格（文化路）网格员",
        "unitId": "id-3",
        "unitName": "丹凤南社区居民委员会",
      },
      "posts": [
        {
          "gridPath": "1.1.1.1",
          "id": "id-2",
          "roleCode": "grid-worker",
          "roleName": "网格员",
          "title": "丹凤南社区1号网格（文化路）网格员",
          "unitId": "id-3",
          "unitName": "丹凤南社区居民委员会",
        },
      ],
      "sessionExpiresAt": "instant-2",
    }
  `)
})
