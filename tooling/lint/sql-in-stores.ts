import { isTest, pathOf, type Rule } from './rule.ts'

const sqlFolder = /^(?:platform\/[^/]+\/server|town|tooling)\//
const builders = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto'])

function maySpeakSql(path: string): boolean {
  return path.endsWith('-store.ts') || sqlFolder.test(path) || isTest(path)
}

const instead =
  'give the store (`…-store.ts`) a method that says what you want (find, list, take, append) and call it; the store takes the actor, so nobody reads past their rights.'

/** A module's tables are touched by its store only, so that access and locking have one place. */
export const sqlInStores: Rule = {
  create(context) {
    if (maySpeakSql(pathOf(context))) return {}
    return {
      CallExpression(node) {
        if (node.callee.type !== 'MemberExpression' || node.callee.property.type !== 'Identifier') return
        const { name } = node.callee.property
        if (builders.has(name)) context.report({ node, message: `\`.${name}()\` outside a store; ${instead}` })
      },
      TaggedTemplateExpression(node) {
        if (/^sql\b/.test(context.sourceCode.getText(node.tag))) {
          context.report({ node, message: `SQL outside a store; ${instead}` })
        }
      },
    }
  },
}
