import { useEffect, useState } from 'react'
import type { Locale } from '#platform/i18n/common/translate.ts'

type InBoth = Readonly<Record<Locale, string>>

/**
 * What each street says of itself, from `/site.json`: who runs the site, its numbers, and by when a report is looked
 * at. 国办发〔2017〕47 号 asks government sites for the first four at the foot of each page.
 */
export interface Site {
  readonly host: InBoth
  readonly siteCode: string
  readonly icp: string
  readonly police: string
  readonly phone: string
  /** Empty: the "feedback within one day" of the full-response mechanism (mission D4). */
  readonly acceptWithin: InBoth
}

const unknownSite: Site = {
  host: { 'zh-CN': '', en: '' },
  siteCode: '',
  icp: '',
  police: '',
  phone: '',
  acceptWithin: { 'zh-CN': '', en: '' },
}

export function useSite(): Site {
  const [site, setSite] = useState(unknownSite)
  useEffect(() => {
    fetch('/site.json')
      .then(answer => (answer.ok ? answer.json() : {}))
      .then((told: Partial<Site>) => setSite({ ...unknownSite, ...told }))
      // Without it the page still works; the foot says that something is to be filled in.
      .catch(() => {})
  }, [])
  return site
}
