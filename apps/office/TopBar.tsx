import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useSignOut } from '#modules/identity/office/routes.tsx'
import { NoticeBell } from '#platform/notices/office/routes.tsx'
import { useMay, useSession, useSignedOut } from '#platform/ui/office/session.tsx'
import { LanguageSwitch } from '#platform/ui/ui/settings.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { officeMessages } from '#platform/ui/office/messages.ts'
import icon from './icon.svg'
import { shellMessages } from './messages.ts'

interface TopBarProps {
  readonly isMenuOpen: boolean
  readonly onMenu: () => void
}

/** Top: one search box, a new report, notices, language, oneself. */
export function TopBar({ isMenuOpen, onMenu }: TopBarProps) {
  const t = useText(shellMessages, officeMessages)
  const may = useMay()
  const { isDemo } = useSession()
  return (
    <header className="o-top">
      <Button className="o-menu-button" aria-expanded={isMenuOpen} onClick={onMenu}>
        {t('shell.menu')}
      </Button>
      <Link to="/inbox" className="o-brand">
        <img src={icon} alt="" width="24" height="24" />
        {t('app.name')}
      </Link>
      {isDemo ? <span className="o-demo-mark">{t('shell.demo')}</span> : null}
      {may('registry.read-places') || may('cases.read') ? <Search /> : <span className="o-top-gap" />}
      {may('cases.report') ? <NewReport /> : null}
      <NoticeBell />
      <LanguageSwitch />
      <OwnMenu />
    </header>
  )
}

/** One box: whoever may see the library finds in it, with a way on to the cases; the others find cases. */
function Search() {
  const t = useText(shellMessages)
  const navigate = useNavigate()
  const findsAll = useMay()('registry.read-places')
  const label = t(findsAll ? 'shell.search-all' : 'shell.search')
  return (
    <form
      role="search"
      className="o-search"
      onSubmit={event => {
        event.preventDefault()
        const text = String(new FormData(event.currentTarget).get('text') ?? '').trim()
        void navigate({ to: findsAll ? '/find' : '/cases', search: (text ? { text } : {}) as never })
      }}
    >
      <input
        id="search"
        name="text"
        type="search"
        maxLength={200}
        aria-label={label}
        aria-keyshortcuts="/"
        title={t('shell.search-key')}
        placeholder={label}
        autoComplete="off"
      />
      <kbd aria-hidden="true">{'/'}</kbd>
    </form>
  )
}

function NewReport() {
  const t = useText(shellMessages)
  const navigate = useNavigate()
  return (
    <Button type="primary" aria-keyshortcuts="n" onClick={() => void navigate({ to: '/report' })}>
      {t('shell.new')}
      <kbd aria-hidden="true">{'n'}</kbd>
    </Button>
  )
}

function OwnMenu() {
  const t = useText(shellMessages)
  const navigate = useNavigate()
  const { person } = useSession()
  const { send } = useSignOut(useSignedOut())
  return (
    <Dropdown
      autoFocus
      trigger={['click']}
      menu={{
        items: [
          { key: 'me', label: t('shell.me'), onClick: () => void navigate({ to: '/me' }) },
          { type: 'divider' },
          { key: 'out', label: t('shell.sign-out'), onClick: () => send({}) },
        ],
      }}
    >
      <Button aria-haspopup="menu">{person.name}</Button>
    </Dropdown>
  )
}
