import { z } from 'zod'
import { endpoint } from '../../contract/common/endpoint.ts'
import { cleanText } from '../../kernel/common/clean-text.ts'
import { limitClocks } from '../../worktime/common/index.ts'

const Value = z.union([
  z.object({ clock: z.enum(limitClocks), amount: z.number() }),
  z.number(),
  z.string().max(20),
  z.array(z.string().max(40)).max(200),
])
const Texts = z.object({ 'zh-CN': z.string(), en: z.string() })

export const listSettings = endpoint({
  name: 'settings.list',
  kind: 'query',
  access: { permission: 'settings.read' },
  summary: 'The numbers that the place may set: what holds now, the default with its source, and every version.',
  input: z.object({}),
  output: z.object({
    today: z.string(),
    groups: z.array(
      z.object({
        name: z.string(),
        label: Texts,
        parts: z.array(
          z.object({
            key: z.string(),
            kind: z.enum(['limit', 'whole', 'word', 'words', 'choices']),
            options: z.array(z.object({ key: z.string(), label: Texts })),
            least: z.number(),
            most: z.number(),
            label: Texts,
            source: Texts,
            usual: Value,
            value: Value,
            /** The latest version, which may begin later; 0 when nobody has set it. */
            version: z.int(),
            /** The latest first. */
            versions: z.array(
              z.object({
                version: z.int(),
                value: Value.nullable(),
                from: z.string(),
                reason: z.string(),
                by: z.string(),
                at: z.string(),
              }),
            ),
          }),
        ),
      }),
    ),
  }),
  refusals: [],
})

export const showWording = endpoint({
  name: 'settings.wording',
  kind: 'query',
  access: 'public',
  summary: 'The place’s own words for words of the trade, as every screen says them.',
  input: z.object({}),
  output: z.object({ words: z.record(z.string(), z.string()) }),
  refusals: [],
})

export const putSetting = endpoint({
  name: 'settings.put',
  kind: 'command',
  access: { permission: 'settings.edit' },
  summary:
    'Sets a number from a day on, or takes the default again; what has already been decided keeps what held then.',
  input: z.object({
    group: z.string().max(60),
    key: z.string().max(80),
    /** The version that the person saw; 0 when nobody has set it yet. */
    seenVersion: z.int().min(0),
    /** Null takes the default again. */
    value: Value.nullable(),
    from: z.iso.date(),
    reason: z.string().max(200).transform(cleanText),
  }),
  output: z.object({ version: z.int() }),
  refusals: [
    'settings/no-such-setting',
    'settings/out-of-bounds',
    'settings/from-past',
    'settings/reason-missing',
    'settings/changed-meanwhile',
  ],
})
