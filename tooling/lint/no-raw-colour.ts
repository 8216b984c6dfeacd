import { isBrowserCode, isTest, pathOf, type Rule } from './rule.ts'

/** Also read by the check of `.css` files, so that both say the same. */
export const rawColour = /#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?![\w-])|\b(?:rgba?|hsla?|oklch|oklab|lab|lch)\(/i

export const colourInstead =
  'take a token from `platform/ui/tokens` (`var(--…)` in CSS, the exported constant in TypeScript): tokens are the colours whose contrast is tested.'

export function isTokenFile(path: string): boolean {
  return /^platform\/ui\/(?:.*\/)?tokens(?:\.|\/)/.test(path)
}

/** Colours are tokens: their contrast is tested once, and a dark or large-text theme can change them. */
export const noRawColour: Rule = {
  create(context) {
    const path = pathOf(context)
    if (!isBrowserCode(path) || isTest(path) || isTokenFile(path)) return {}
    return {
      Literal(node) {
        if (typeof node.value !== 'string' || !rawColour.test(node.value)) return
        if (/^(?:Import|Export)/.test(node.parent.type)) return
        const isLink = node.parent.type === 'JSXAttribute' && node.parent.name.name === 'href'
        if (!isLink) context.report({ node, message: `Raw colour ${node.value}: ${colourInstead}` })
      },
      TemplateElement(node) {
        if (rawColour.test(node.value.raw)) context.report({ node, message: `Raw colour: ${colourInstead}` })
      },
    }
  },
}
