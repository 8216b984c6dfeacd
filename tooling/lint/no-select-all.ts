import { isTest, pathOf, type Rule } from './rule.ts'

const selectStar = /\bselect\s+(?:distinct\s+)?(?:[a-z_"]\w*"?\.)?\*/i
const instead =
  'name the columns: a column added later must not travel by accident, and a personal field must be asked for.'

/** `select *` sends what nobody asked for; stores may, since `toRow`/`toCaseFile` are the border. */
export const noSelectAll: Rule = {
  create(context) {
    const path = pathOf(context)
    if (isTest(path) || path.endsWith('-store.ts') || path.startsWith('tooling/lint/')) return {}
    return {
      CallExpression(node) {
        if (node.callee.type !== 'MemberExpression' || node.callee.property.type !== 'Identifier') return
        if (node.callee.property.name === 'selectAll') {
          context.report({ node, message: `\`selectAll()\`: ${instead}` })
        }
      },
      TemplateElement(node) {
        if (selectStar.test(node.value.raw)) context.report({ node, message: `\`select *\`: ${instead}` })
      },
      Literal(node) {
        if (typeof node.value === 'string' && selectStar.test(node.value)) {
          context.report({ node, message: `\`select *\`: ${instead}` })
        }
      },
    }
  },
}
