/** Lines such as `2026-10-01 开工`, or the number of the first line that is none. */
export function readMilestones(text: string): { title: string; plannedOn: string }[] | number {
  const lines = text.split('\n').map(line => line.trim())
  const read: { title: string; plannedOn: string }[] = []
  for (const [at, line] of lines.entries()) {
    if (line === '') continue
    const [, plannedOn, title] = /^(\d{4}-\d{2}-\d{2})\s+(.+)$/u.exec(line) ?? []
    if (!plannedOn || !title || !isDay(plannedOn)) return at + 1
    read.push({ title: title.slice(0, 60), plannedOn })
  }
  return read.length === 0 ? 1 : read
}

/** The 31st of June is no day, although it looks like one. */
function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(at)) return false
  const [, month, day] = text.split('-').map(Number)
  const days = [31, isLeap(Number(text.slice(0, 4))) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return month !== undefined && day !== undefined && day <= (days[month - 1] ?? 0)
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
