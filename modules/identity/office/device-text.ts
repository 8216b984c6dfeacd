const browsers = [
  [/Edg\/(\d+)/, 'Edge'],
  [/MicroMessenger\/(\d+)/, 'WeChat'],
  [/Firefox\/(\d+)/, 'Firefox'],
  [/(?:HeadlessChrome|Chrome)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
] as const
const systems = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const

/** A browser's long description of itself, as people know it: "Edge 120 · Windows". Null when it says nothing known. */
export function deviceText(described: string | null): string | null {
  if (!described) return null
  const browser = browsers.map(([pattern, name]) => [pattern.exec(described)?.[1], name] as const).find(([v]) => v)
  const system = systems.find(([pattern]) => pattern.test(described))?.[1]
  const parts = [browser ? `${browser[1]} ${browser[0]}` : null, system ?? null].filter(part => part !== null)
  return parts.length > 0 ? parts.join(' · ') : described.slice(0, 60)
}
