import type { ThemeConfig } from 'antd'
import { lightColours as colour } from '../tokens.ts'

/** How much larger than usual the reader set the text of their browser: 1 as it comes, 2 at 200 %. */
export function textScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1
}

/**
 * antd with every pair of colours at 4.5:1 or better: its own defaults fail for links, hints, placeholders and the
 * coloured tags. The backgrounds are set by hand, since those antd derives turn muddy. Its sizes are pixels and would
 * stay small beside our own, which grow with the reader's text: they are made by its scale.
 */
export function officeTheme(scale: number): ThemeConfig {
  return { token: { ...tokens, fontSize: 14 * scale, controlHeight: 32 * scale }, components: components(scale) }
}

const tokens: ThemeConfig['token'] = {
  colorPrimary: colour.primary,
  // Edges of what one fills in or presses, at 3:1 like our own (the pairs of edges in tokens.ts); the kit's are at 1.4:1.
  colorBorder: colour['line-strong'],
  // The hover that antd derives is too light for the white words on it.
  colorPrimaryHover: colour['primary-pressed'],
  colorLink: colour.primary,
  colorLinkHover: colour['primary-pressed'],
  colorInfo: colour.primary,
  colorInfoBg: colour['primary-back'],
  colorText: colour.text,
  colorTextSecondary: '#434343',
  colorTextDescription: colour['text-soft'],
  colorTextTertiary: colour['text-soft'],
  colorTextQuaternary: colour['line-strong'],
  colorTextPlaceholder: colour['line-strong'],
  colorTextDisabled: colour['line-strong'],
  colorWarning: colour.near,
  colorWarningBg: colour['near-back'],
  colorWarningBorder: colour['near-line'],
  colorSuccess: colour.done,
  colorSuccessBg: colour['done-back'],
  colorSuccessBorder: colour['done-line'],
  colorError: colour.over,
  colorErrorBg: colour['over-back'],
  colorErrorBorder: colour['over-line'],
  colorBgLayout: '#f3f5f8',
  // Opaque: the kit's own lies on itself in a choice that waits for another one, and its words are then too pale.
  colorBgContainerDisabled: '#f5f5f5',
  borderRadius: 4,
  fontFamily: 'var(--font)',
  motionDurationMid: '0.12s',
  motionDurationSlow: '0.18s',
  wireframe: false,
}

function components(scale: number): NonNullable<ThemeConfig['components']> {
  return {
    Table: { cellPaddingBlockSM: 6, headerBg: '#eef1f5', rowHoverBg: '#f0f6ff' },
    Button: { contentFontSizeSM: 13 * scale },
    Tag: { defaultColor: colour.text },
    Menu: { itemHeight: 36 * scale },
    Form: { verticalLabelPadding: '0 0 4px' },
  }
}
