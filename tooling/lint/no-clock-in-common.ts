import { pathOf, type Rule } from './rule.ts'

const forbiddenMembers: Readonly<Record<string, readonly string[]>> = {
  Date: ['now'],
  Math: ['random'],
  performance: ['now', 'timeOrigin'],
}

const instead =
  'common code is pure so that a rule can be tested in one line and replayed on a phone: take `now`, ids and random numbers as arguments (the runner passes them).'

/** `common/` runs on server, web and phone and is replayed from history: no clock, no chance. */
export const noClockInCommon: Rule = {
  create(context) {
    if (!/(?:^|\/)common\//.test(pathOf(context)) || pathOf(context).includes('.test.')) return {}
    return {
      NewExpression(node) {
        if (node.callee.type !== 'Identifier' || node.callee.name !== 'Date' || node.arguments.length > 0) return
        context.report({ node, message: `\`new Date()\` reads the clock; ${instead}` })
      },
      CallExpression(node) {
        if (node.callee.type !== 'Identifier' || node.callee.name !== 'Date') return
        context.report({ node, message: `\`Date()\` reads the clock; ${instead}` })
      },
      MemberExpression(node) {
        if (node.object.type !== 'Identifier') return
        const { name } = node.object
        const member = node.property.type === 'Identifier' ? node.property.name : ''
        if (name === 'crypto' || (name === 'globalThis' && member === 'crypto')) {
          context.report({ node, message: `\`crypto\` is chance or Node; ${instead}` })
        } else if (forbiddenMembers[name]?.includes(member)) {
          context.report({ node, message: `\`${name}.${member}\` gives another answer each time; ${instead}` })
        }
      },
    }
  },
}
