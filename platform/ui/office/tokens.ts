import type { ThemeConfig } from 'antd'

/**
 * antd with every pair of colours at 4.5:1 or better: its own defaults fail for links, hints, placeholders and the
 * coloured tags. The backgrounds are set by hand, since those antd derives turn muddy.
 */
export const officeTheme: ThemeConfig = {
  token: {
    colorPrimary: '#0958d9',
    colorLink: '#0958d9',
    colorLinkHover: '#003eb3',
    colorInfo: '#0958d9',
    colorInfoBg: '#e6f4ff',
    colorText: '#1f1f1f',
    colorTextSecondary: '#434343',
    colorTextDescription: '#595959',
    colorTextTertiary: '#595959',
    colorTextQuaternary: '#6b6b6b',
    colorTextPlaceholder: '#6b6b6b',
    colorTextDisabled: '#6b6b6b',
    colorWarning: '#874d00',
    colorWarningBg: '#fffbe6',
    colorWarningBorder: '#ffe58f',
    colorSuccess: '#135200',
    colorSuccessBg: '#f6ffed',
    colorSuccessBorder: '#b7eb8f',
    colorError: '#a8071a',
    colorErrorBg: '#fff1f0',
    colorErrorBorder: '#ffa39e',
    colorBgLayout: '#f3f5f8',
    borderRadius: 4,
    fontSize: 14,
    fontFamily: 'var(--font)',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.18s',
    wireframe: false,
  },
  components: {
    Table: { cellPaddingBlockSM: 6, headerBg: '#eef1f5', rowHoverBg: '#f0f6ff' },
    Button: { contentFontSizeSM: 13 },
    Tag: { defaultColor: '#1f1f1f' },
    Menu: { itemHeight: 36 },
    Form: { verticalLabelPadding: '0 0 4px' },
  },
}
