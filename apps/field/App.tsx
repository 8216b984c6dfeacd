import { lazy, Suspense, useMemo } from 'react'
import { CaseScreen, OnSpotPage, OwnReports, PlaceField, ReportPage } from '#modules/cases/field/index.ts'
import { OwnPoints, PointScreen, SurveyScreen } from '#modules/campaigns/field/index.ts'
import { CheckPage } from '#modules/cleaning/field/index.ts'
import { EntryScreen, OwnEntries, WriteEntryPage } from '#modules/diary/field/index.ts'
import { HelpCallScreen, HelpPage } from '#modules/help/field/index.ts'
import { InstitutionScreen, InstitutionsScreen } from '#modules/institutions/field/index.ts'
import { MatterScreen, MattersPage, WriteMatterPage } from '#modules/mediation/field/index.ts'
import { useOwnYards, WordsPage } from '#modules/relay/field/index.ts'
import { RoundScreen, RoundsPage } from '#modules/patrol/field/index.ts'
import { CollectPage, HouseholdScreen, StaleScreen } from '#modules/registry/field/index.ts'
import { VisitScreen, VisitsPage, WriteVisitPage } from '#modules/visits/field/index.ts'
import { MinePage } from '#modules/identity/field/index.ts'
import {
  ChangePasswordForm,
  type Me,
  SignInForm,
  signInMessages,
  useMe,
  useSession,
} from '#modules/identity/ui/index.ts'
import { OpenedPhone, type OnPhone, OutboxPage, Strip, useOutbox, usePhone } from '#platform/offline/field/index.ts'
import {
  Button,
  ErrorState,
  LanguageSwitch,
  LiveProvider,
  Notice,
  Screen,
  Spinner,
  useGloves,
  useHighContrast,
  useLargeText,
  usePlace,
  useText,
} from '#platform/ui/ui/index.ts'
import { FirstPage } from './FirstPage.tsx'
import { Bar } from './Bar.tsx'
import { DayPage } from './DayPage.tsx'
import { MapPage } from './MapPage.tsx'
import { fieldMessages } from './messages.ts'
import { OwnLinks } from './OwnLinks.tsx'

const NoticesPage = lazy(() => import('./NoticesPage.tsx').then(({ NoticesPage: page }) => ({ default: page })))

export function App() {
  const { session, reload } = useSession()
  // The choices stand on <html>; reading them here puts them there on every page.
  useHighContrast()
  useLargeText()
  useGloves()
  switch (session.state) {
    case 'asking':
      return <Spinner />
    case 'unreachable':
      return <ErrorState trouble={session.trouble} onAgain={() => void reload()} />
    case 'out':
      return <SignIn />
    case 'in':
      return (
        <LiveProvider isSignedIn onSignedOut={() => void reload()}>
          <SignedIn me={session.me} />
        </LiveProvider>
      )
  }
}

function SignIn() {
  const t = useText(signInMessages, fieldMessages)
  return (
    <div className="f-page">
      <Screen title={t('app.name')} actions={<LanguageSwitch />}>
        <SignInForm app="field" />
      </Screen>
    </div>
  )
}

function SignedIn({ me }: { readonly me: Me }) {
  const { person } = me
  const onPhone = useMemo(() => onPhoneAs(me), [me])
  if (person.mustChangePassword) return <FirstPassword />
  if (person.mustSetUpTotp) return <OfficeFirst />
  return (
    <OpenedPhone me={onPhone} answer={me}>
      <Strip />
      <div className="f-page">
        <Suspense fallback={<Spinner />}>
          <Page />
        </Suspense>
      </div>
      <Bar />
    </OpenedPhone>
  )
}

/** Who works here, as the parts that work without a network need to know it. */
function onPhoneAs({ person, post, permissions }: Me): OnPhone {
  return {
    personId: person.id,
    personName: person.name,
    postId: post?.id ?? null,
    gridPath: post?.gridPath ?? null,
    permissions,
  }
}

function Page() {
  const t = useText(fieldMessages, signInMessages)
  const { path } = usePlace()
  const me = useMe()
  const post = me.post
  const own = { personName: me.person.name, gridName: post?.title ?? null }
  switch (path[0]) {
    case undefined:
      return <FirstPage key={post?.id} me={me} />
    case 'day':
      return <DayPage key={post?.id} shows={path[1] === 'list' ? 'list' : 'map'} />
    case 'case':
      return <CaseScreen key={`${path[1]} ${post?.id}`} caseId={path[1] ?? ''} />
    case 'report': {
      if (post?.roleCode === 'building-head') return <HeadReport key={post.id} {...own} />
      return <ReportPage source="worker" yards={[]} {...own} />
    }
    case 'on-spot':
      return <OnSpotPage key={post?.id} {...own} />
    case 'waiting':
      return <OutboxPage />
    case 'sign-in':
      return <SignInAgain />
    case 'map':
      return <MapPage key={post?.id} post={post} shows={path[1] === 'grids' ? 'grids' : 'cases'} />
    case 'mine':
      return (
        <MinePage>
          <StillWaiting />
          <OwnLinks
            keepsDiary={me.permissions.includes('diary.write')}
            walks={me.permissions.includes('patrol.walk')}
            visits={me.permissions.includes('visits.write')}
            hasPoints={['campaigns.survey', 'campaigns.handle', 'campaigns.manage'].some(word =>
              me.permissions.includes(word),
            )}
            mediates={me.permissions.includes('mediation.write')}
            checksCleaning={me.permissions.includes('cleaning.check')}
            callsForHelp={me.permissions.includes('help.call')}
            readsInstitutions={me.permissions.includes('institutions.read')}
          />
        </MinePage>
      )
    case 'notices':
      return <NoticesPage />
    case 'own':
      return <OwnReports />
    case 'diary':
      if (path[1] === undefined) return <OwnEntries key={post?.id} />
      if (path[1] === 'write') return <WriteEntryPage key={post?.id} PlaceField={PlaceField} />
      return <EntryScreen key={`${path[1]} ${post?.id}`} entryId={path[1]} />
    case 'patrol':
      if (path[1] === undefined) return <RoundsPage key={post?.id} />
      return <RoundScreen key={`${path[1]} ${post?.id}`} roundId={path[1]} />
    case 'visits': {
      const [, part, personId = null, careId = null] = path
      if (part === undefined) return <VisitsPage key={post?.id} />
      if (part === 'write') return <WriteVisitPage key={path.join(' ')} personId={personId} careId={careId} />
      return <VisitScreen key={`${part} ${post?.id}`} visitId={part} />
    }
    case 'cleaning':
      if (path[1] === 'check') return <CheckPage key={post?.id} />
      return <FirstPage key={post?.id} me={me} />
    case 'mediation':
      if (path[1] === undefined) return <MattersPage key={post?.id} />
      if (path[1] === 'write') return <WriteMatterPage key={post?.id} />
      return <MatterScreen key={`${path[1]} ${post?.id}`} matterId={path[1]} />
    case 'relay':
      return <WordsPage key={post?.id} />
    case 'help':
      if (path[1] === undefined) return <HelpPage key={post?.id} />
      return <HelpCallScreen key={`${path[1]} ${post?.id}`} callId={path[1]} />
    case 'household':
      return <HouseholdScreen key={`${path[1]} ${post?.id}`} thingId={path[1] ?? ''} />
    case 'stale':
      return <StaleScreen key={post?.id} />
    case 'collect': {
      const [, kind = null, householdId = null] = path
      return <CollectPage key={path.join(' ')} kind={kind} householdId={householdId} PlaceField={PlaceField} />
    }
    case 'campaigns':
      if (path[1] === undefined) return <OwnPoints key={post?.id} />
      if (path[1] === 'survey') {
        return <SurveyScreen key={`${path[2]} ${post?.id}`} campaignId={path[2] ?? ''} PlaceField={PlaceField} />
      }
      return <PointScreen key={`${path[1]} ${post?.id}`} pointId={path[1]} />
    case 'institutions':
      if (path[1] === undefined) return <InstitutionsScreen key={post?.id} />
      // What waits is known by document and reader; the page is the document's.
      return <InstitutionScreen key={`${path[1]} ${post?.id}`} documentId={path[1].split('.')[0]!} />
    case 'password':
      return (
        <Screen title={t('password.title')} back="/mine">
          <ChangePasswordForm />
        </Screen>
      )
    default:
      return (
        <Screen title={t('missing')}>
          <p>{t('missing.hint')}</p>
        </Screen>
      )
  }
}

/** A building head reports from their own yard: its place is known, and nothing else is asked than photo and words. */
function HeadReport(own: { readonly personName: string; readonly gridName: string | null }) {
  const asked = useOwnYards()
  if (asked.state === 'loading') return <Spinner />
  return <ReportPage source="building-head" yards={asked.answer?.yards ?? []} {...own} />
}

/** The session ran out while the work went on; what waits is sent after this. */
function SignInAgain() {
  const t = useText(signInMessages)
  const { go } = usePlace()
  return (
    <Screen title={t('sign-in.title')} back="/">
      <SignInForm app="field" onDone={() => go('/')} />
    </Screen>
  )
}

/** Above the way out: what would then wait, locked, for the next time. */
function StillWaiting() {
  const t = useText(fieldMessages)
  const phone = usePhone()
  useOutbox()
  const { waiting, needYou } = phone.waitingCount()
  if (waiting + needYou === 0) return null
  return <Notice tone="warn">{t('mine.still-waiting', { n: waiting + needYou })}</Notice>
}

function FirstPassword() {
  const t = useText(signInMessages)
  const { signOut } = useSession()
  return (
    <div className="f-page">
      <Screen title={t('password.title')} actions={<LanguageSwitch />}>
        <Notice>{t('password.why')}</Notice>
        <ChangePasswordForm />
        <Button isWide onPress={() => void signOut()}>
          {t('sign-out')}
        </Button>
      </Screen>
    </div>
  )
}

function OfficeFirst() {
  const t = useText(signInMessages)
  const { signOut } = useSession()
  return (
    <div className="f-page">
      <Screen title={t('sign-in.title')} actions={<LanguageSwitch />}>
        <Notice tone="warn">{t('totp.needed')}</Notice>
        <div className="w-actions">
          <Button isWide onPress={() => void signOut()}>
            {t('sign-out')}
          </Button>
        </div>
      </Screen>
    </div>
  )
}
