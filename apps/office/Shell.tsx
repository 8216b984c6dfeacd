import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { HelpBand } from '#modules/help/office/routes.tsx'
import { NoPermission } from '#platform/ui/office/Blank.tsx'
import { useKeys } from '#platform/ui/office/keys.ts'
import { isUnder } from '#platform/ui/office/office-module.ts'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMay, useOfficeModules, useSession } from '#platform/ui/office/session.tsx'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import { shellMessages } from './messages.ts'
import { SideBar } from './SideBar.tsx'
import { TopBar } from './TopBar.tsx'

/** The frame: places at the left, search and news on top, the page in the middle. */
export function Shell() {
  const t = useText(shellMessages)
  const may = useMay()
  const navigate = useNavigate()
  const path = useRouterState({ select: state => state.location.pathname })
  const [isMenuOpen, setMenuOpen] = useState(false)
  useEffect(() => setMenuOpen(false), [path])
  useKeys({
    '/': () => document.getElementById('search')?.focus(),
    ...(may('cases.report') ? { n: () => void navigate({ to: '/report' }) } : {}),
  })
  return (
    <div className={isMenuOpen ? 'o-shell o-shell-menu' : 'o-shell'}>
      <a className="o-skip" href="#main" onClick={event => skipTo(event, 'main')}>
        {t('shell.skip')}
      </a>
      <TopBar isMenuOpen={isMenuOpen} onMenu={() => setMenuOpen(!isMenuOpen)} />
      <SideBar />
      <main id="main" className="o-main" tabIndex={-1}>
        <HelpBand />
        <Guarded path={path} />
      </main>
    </div>
  )
}

/** A place that the present post may not enter says so instead of asking and failing. */
function Guarded({ path }: { readonly path: string }) {
  const { locale } = useLocale()
  const { permissions } = useSession()
  const modules = useOfficeModules()
  for (const { places, texts } of modules) {
    const place = places.find(one => isUnder(one, path))
    if (!place || place.permissions.length === 0) continue
    if (place.permissions.some(word => permissions.includes(word))) continue
    return (
      <OfficePage title={texts[locale][place.label] ?? ''}>
        <NoPermission />
      </OfficePage>
    )
  }
  return <Outlet />
}

/** The address stays as it is: it holds the filters. */
function skipTo(event: React.MouseEvent, id: string): void {
  event.preventDefault()
  document.getElementById(id)?.focus()
}
