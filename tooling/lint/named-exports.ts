import { pathOf, type Rule } from './rule.ts'

const wantsDefault = /\.config\.ts$|\.d\.ts$|^tooling\/lint\/plugin\.ts$|(?:^|\/)global-setup\.ts$/

export const noExportStar: Rule = {
  create(context) {
    return {
      ExportAllDeclaration(node) {
        const message =
          '`export *` hides what a door offers and makes import cycles: write the names, `export { claimCase } from …`.'
        context.report({ node, message })
      },
    }
  },
}

export const noDefaultExport: Rule = {
  create(context) {
    if (wantsDefault.test(pathOf(context))) return {}
    return {
      ExportDefaultDeclaration(node) {
        const message =
          'A default export has another name in every file that imports it: `export function …` or `export const …` instead.'
        context.report({ node, message })
      },
    }
  },
}
