import { isBrowserCode, isTest, pathOf, type Rule } from './rule.ts'

// One letter is a key or a unit, not a word; one Chinese character is a word.
const letters = /\p{L}{2,}|\p{Script=Han}/u
const chinese = /\p{Script=Han}/u
const spokenAttributes = new Set(['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label'])
const instead = "put the words into the module's `common/messages.ts` in both languages and write `t('key')`."

/** An app's own catalogue lies beside its pages. */
const isCatalogue = (path: string) => /(?:^|\/)(?:[a-z-]+-)?messages\.ts$/.test(path)

/** Words on a screen come from the message catalogue, so that both languages stay complete. */
export const textFromMessages: Rule = {
  create(context) {
    const path = pathOf(context)
    if (!isBrowserCode(path) || isTest(path) || isCatalogue(path)) return {}
    const report = (node: Parameters<typeof context.report>[0]['node'], text: string) => {
      context.report({ node: node!, message: `Text in a component ("${text.trim().slice(0, 30)}"): ${instead}` })
    }
    return {
      JSXText(node) {
        if (letters.test(node.value)) report(node, node.value)
      },
      JSXAttribute(node) {
        const name = node.name.type === 'JSXIdentifier' ? node.name.name : ''
        if (!spokenAttributes.has(name) || !node.value) return
        const value = node.value.type === 'JSXExpressionContainer' ? node.value.expression : node.value
        if (value.type === 'Literal' && typeof value.value === 'string' && letters.test(value.value)) {
          report(node, value.value)
        } else if (value.type === 'TemplateLiteral') {
          const words = value.quasis.map(quasi => quasi.value.raw).join(' ')
          if (letters.test(words)) report(node, words)
        }
      },
      JSXExpressionContainer(node) {
        if (node.parent.type === 'JSXAttribute') return
        const { expression } = node
        if (expression.type === 'Literal' && typeof expression.value === 'string' && letters.test(expression.value)) {
          report(node, expression.value)
        } else if (expression.type === 'TemplateLiteral') {
          const words = expression.quasis.map(quasi => quasi.value.raw).join(' ')
          if (letters.test(words)) report(node, words)
        }
      },
      Literal(node) {
        if (typeof node.value !== 'string' || !chinese.test(node.value)) return
        const inSpokenPlace = node.parent.type === 'JSXAttribute' || node.parent.type === 'JSXExpressionContainer'
        if (!inSpokenPlace) report(node, node.value)
      },
    }
  },
}
