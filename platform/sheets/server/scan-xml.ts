export interface XmlHandlers {
  onOpenTag(name: string, attributes: Readonly<Record<string, string>>): void
  onText?(text: string): void
  onCloseTag?(name: string): void
}

// Sticky, both: what is not closed ends the walk where it stands. Looking on from every later place as well would take
// hours over a few megabytes that were written for it.
const token =
  /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<(?!!--)([/?!]?)([\w:.-]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/gy
const attribute = /\s*([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gy

/**
 * Walks over well-formed XML as spreadsheets write it; names lose their prefix. A whole sheet goes through here row by
 * row, which a tree or a general parser made three times slower.
 */
export function scanXml(xml: string, { onOpenTag, onText, onCloseTag }: XmlHandlers): void {
  for (const [, data, kind, name = '', rest = '', closes, text] of xml.matchAll(token)) {
    if (data !== undefined) onText?.(data)
    else if (text !== undefined) onText?.(decoded(text))
    else if (kind === '/') onCloseTag?.(bareName(name))
    else if (kind === '') {
      onOpenTag(bareName(name), rest === '' ? none : attributesOf(rest))
      if (closes === '/') onCloseTag?.(bareName(name))
    }
  }
}

const none = {}
const bareName = (name: string) => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name)

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name = '', double, single] of text.matchAll(attribute)) found[name] = decoded(double ?? single ?? '')
  return found
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Entities, and the _x000D_ that Office writes for characters that XML cannot hold. */
export function decoded(text: string): string {
  if (!text.includes('&') && !text.includes('_x')) return text
  return text
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return point <= 0x10_ff_ff ? String.fromCodePoint(point) : whole
    })
    .replace(/_x([0-9A-F]{4})_/g, (_whole, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
}
