import { useEffect } from 'react'
import { ResultsPage } from '#modules/campaigns/portal/index.ts'
import { DonePage, FollowPage, MyReports, portalCaseMessages, ReportFlow } from '#modules/cases/portal/index.ts'
import { ChangePasswordForm, SignInForm, signInMessages, useSession } from '#modules/identity/ui/index.ts'
import {
  Button,
  ErrorState,
  LanguageSwitch,
  Link,
  LiveProvider,
  Notice,
  Screen,
  Spinner,
  useHighContrast,
  useLargeText,
  useLocale,
  usePlace,
  useText,
} from '#platform/ui/ui/index.ts'
import { portalMessages } from './messages.ts'
import { type Site, useSite } from './site.ts'

export function App() {
  const { session, reload } = useSession()
  const { path } = usePlace()
  const site = useSite()
  const isHome = path.length === 0
  return (
    <LiveProvider isSignedIn={session.state === 'in'} onSignedOut={() => void reload()}>
      <div className="p-page">
        {isHome ? <DisplayBar /> : null}
        <Page site={site} />
        {isHome ? null : <DisplayBar />}
        <Foot site={site} />
      </div>
    </LiveProvider>
  )
}

function Page({ site }: { readonly site: Site }) {
  const { path } = usePlace()
  const { locale } = useLocale()
  switch (path[0]) {
    case undefined:
      return <Home />
    case 'report':
      return <ReportFlow />
    case 'done':
      return <DonePage within={site.acceptWithin[locale]} />
    case 'follow':
      return <FollowPage />
    case 'results':
      return <ResultsPage />
    case 'mine':
      return <Mine />
    default:
      return <Missing />
  }
}

function Home() {
  const t = useText(portalMessages)
  return (
    <Screen title={t('home.title')}>
      <nav aria-label={t('home.name')}>
        <ul className="p-doors">
          <li>
            <Door to="/report" title={t('home.report')} hint={t('home.report-hint')} isFirst />
          </li>
          <li>
            <Door to="/follow" title={t('home.follow')} hint={t('home.follow-hint')} />
          </li>
          <li>
            <Door to="/mine" title={t('home.mine')} hint={t('home.mine-hint')} />
          </li>
          <li>
            <Door to="/results" title={t('home.results')} hint={t('home.results-hint')} />
          </li>
        </ul>
      </nav>
      <p className="p-urgent">{t('home.urgent')}</p>
    </Screen>
  )
}

interface DoorProps {
  readonly to: string
  readonly title: string
  readonly hint: string
  readonly isFirst?: boolean
}

function Door({ to, title, hint, isFirst }: DoorProps) {
  return (
    <Link to={to} className={`p-door${isFirst ? ' p-door-first' : ''}`}>
      <strong>{title}</strong>
      <span>{hint}</span>
    </Link>
  )
}

/** The need is said first; the account is asked for only where there is no other way to know whose reports to show. */
function Mine() {
  const t = useText(portalCaseMessages, signInMessages)
  const { session, reload, signOut } = useSession()
  const hello = useText(portalMessages)
  useEffect(() => {
    void reload()
  }, [reload])
  switch (session.state) {
    case 'asking':
      return <Spinner />
    case 'unreachable':
      return (
        <Screen title={t('mine.title')} back="/">
          <ErrorState trouble={session.trouble} onAgain={() => void reload()} />
        </Screen>
      )
    case 'out':
      return (
        <Screen title={t('sign-in.title')} back="/">
          <p>{t('mine.sign-in')}</p>
          <SignInForm app="portal" />
        </Screen>
      )
    case 'in':
      if (session.me.person.mustChangePassword) {
        return (
          <Screen title={t('password.title')} back="/">
            <Notice>{t('password.why')}</Notice>
            <ChangePasswordForm />
          </Screen>
        )
      }
      return (
        <>
          <MyReports />
          <section className="p-who" aria-label={hello('mine.who')}>
            <span>{hello('mine.hello', { name: session.me.person.name })}</span>
            <Button onPress={() => void signOut()}>{t('sign-out')}</Button>
          </section>
        </>
      )
  }
}

function Missing() {
  const t = useText(portalMessages)
  return (
    <Screen title={t('missing')}>
      <p>{t('missing.hint')}</p>
      <p className="w-actions">
        <Link to="/" className="w-button w-button-primary">
          {t('missing.home')}
        </Link>
      </p>
    </Screen>
  )
}

function DisplayBar() {
  const t = useText(portalMessages)
  const [isLarge, setLarge] = useLargeText()
  const [isHigh, setHigh] = useHighContrast()
  return (
    <section className="p-display p-no-print" aria-label={t('display.label')}>
      <button type="button" aria-pressed={isLarge} onClick={() => setLarge(!isLarge)}>
        {t('display.large')}
      </button>
      <button type="button" aria-pressed={isHigh} onClick={() => setHigh(!isHigh)}>
        {t('display.contrast')}
      </button>
      <LanguageSwitch />
    </section>
  )
}

function Foot({ site }: { readonly site: Site }) {
  const t = useText(portalMessages)
  const { locale } = useLocale()
  const host = site.host[locale]
  return (
    <footer className="p-foot p-no-print">
      <p>{host ? t('footer.host', { host }) : t('footer.host-missing')}</p>
      {site.phone ? <p>{t('footer.phone', { phone: site.phone })}</p> : null}
      {site.siteCode ? <p>{t('footer.site-code', { code: site.siteCode })}</p> : null}
      {site.icp ? <p>{site.icp}</p> : null}
      {site.police ? <p>{site.police}</p> : null}
      <p>
        {t('footer.staff')} <a href="/field/">{t('footer.field')}</a> <a href="/office/">{t('footer.office')}</a>
      </p>
    </footer>
  )
}
