import { lazy, Suspense, useState } from 'react'
import { KeptImage } from '#platform/offline/field/index.ts'
import {
  Button,
  EmptyState,
  ErrorState,
  Link,
  Notice,
  Screen,
  Spinner,
  StateMark,
  type Step,
  Steps,
  useAnswer,
  useClient,
  useLive,
  useLocale,
  useDeadline,
  useMoment,
  useText,
} from '#platform/ui/ui/index.ts'
import type { CaseAction } from '../common/actions.ts'
import { photoRoles } from '../common/case-file.ts'
import type { showCase } from '../common/contract-queries.ts'
import { materialsText } from '../common/materials.ts'
import { toldWithIt, wordsOf } from '../common/handed-on.ts'
import { casesMessages } from '../common/messages.ts'
import type { CasePage } from '../common/presented.ts'
import { LightMark } from '../ui/LightMark.tsx'
import { CheckForm, HandleForm, RestForm, ReturnForm, VerifyForm, WordsForm } from './action-forms.tsx'
import { fieldCaseMessages } from './messages.ts'

const PlaceOnMap = lazy(() => import('./PlaceOnMap.tsx').then(({ PlaceOnMap: map }) => ({ default: map })))

/** The case as a story, with what I can do about it at the top. */
export function CaseScreen({ caseId }: { readonly caseId: string }) {
  const t = useText(fieldCaseMessages)
  const client = useClient()
  const asked = useAnswer(caseId, () => client.query<typeof showCase>('cases.show', { caseId }))
  const { reload } = asked
  const [isDone, setDone] = useState(false)
  const goOn = async () => {
    setDone(true)
    await reload()
  }
  useLive(change => {
    if (change === 'reset' || change.id === caseId) void reload()
  })
  return (
    <Screen title={asked.answer?.title ?? t('case.title')} back="/">
      {asked.answer ? (
        <CaseStory page={asked.answer} onChanged={goOn} />
      ) : isDone && asked.state === 'failed' ? (
        <HandedOn />
      ) : asked.state === 'failed' ? (
        <ErrorState trouble={asked.trouble} onAgain={() => void reload()} />
      ) : (
        <Spinner />
      )}
    </Screen>
  )
}

/** What was given back, or given to another unit, is no longer for this post to see: that is no trouble. */
function HandedOn() {
  const t = useText(fieldCaseMessages)
  return (
    <EmptyState title={t('case.handed-on')}>
      <p>{t('case.handed-on-why')}</p>
      <Link to="/">{t('case.to-today')}</Link>
    </EmptyState>
  )
}

interface StoryProps {
  readonly page: CasePage
  readonly onChanged: () => Promise<void>
}

function CaseStory({ page, onChanged }: StoryProps) {
  const t = useText(fieldCaseMessages, casesMessages)
  const { locale } = useLocale()
  const who = page.holder.name ?? t(page.holder.kind === 'none' ? 'cases.holder.none' : 'cases.holder.centre')
  return (
    <>
      <p className="f-task">
        <StateMark state={page.waitsForMe ? 'mine' : page.task === null ? 'done' : 'on-time'}>
          {t(`cases.status.${page.status}`)}
        </StateMark>
        <span className="w-soft">
          {page.number}
          {page.className ? ` · ${page.className[locale]}` : ''}
        </span>
      </p>
      {page.task === null ? null : <p>{t('case.with', { who })}</p>}
      <Standing page={page} />
      {page.reworkCount > 0 ? <Notice tone="warn">{t('case.rework', { n: page.reworkCount })}</Notice> : null}
      <ToldWithIt page={page} />
      <h2 className="w-subtitle f-part">{t('case.found')}</h2>
      <p className="f-words">{page.description}</p>
      <PhotosByRole page={page} />
      <h2 className="w-subtitle f-part">{t('case.where')}</h2>
      <Where page={page} />
      <Actions page={page} onChanged={onChanged} />
      <h2 className="w-subtitle f-part">{t('case.timeline')}</h2>
      <Timeline page={page} />
    </>
  )
}

/** The words that came with it, for whoever is to act; the history further down has them all. */
function ToldWithIt({ page }: { readonly page: CasePage }) {
  const t = useText(casesMessages)
  const moment = useMoment()
  if (!page.waitsForMe) return null
  return toldWithIt(page.timeline).map(entry => (
    <Notice key={entry.version}>
      <p className="f-words">
        <b>{t(`cases.event.${entry.type}`)}</b> {wordsOf(entry)}
      </p>
      <p className="w-soft">
        {[entry.by.personName, entry.by.postTitle ?? entry.by.unitName, moment(entry.at)].filter(Boolean).join(' · ')}
      </p>
    </Notice>
  ))
}

/** The words for the place, and on demand the map: what comes from a phone's position may have no address. */
function Where({ page }: { readonly page: CasePage }) {
  const t = useText(fieldCaseMessages, casesMessages)
  const [isOnMap, setOnMap] = useState(false)
  return (
    <>
      <p>{page.address}</p>
      <p className="w-soft">{page.noGrid ? t('cases.no-grid') : page.gridNames.join(' › ')}</p>
      {page.point === null ? null : isOnMap ? (
        <Suspense fallback={<Spinner />}>
          <PlaceOnMap caseId={page.caseId} title={page.title} place={page.point} />
        </Suspense>
      ) : (
        <Button onPress={() => setOnMap(true)}>{t('case.show-map')}</Button>
      )}
    </>
  )
}

function PhotosByRole({ page }: { readonly page: CasePage }) {
  const t = useText(fieldCaseMessages)
  return photoRoles.map(role => {
    const photos = page.photos.filter(photo => photo.role === role)
    if (photos.length === 0) return null
    const word = t(`case.photos-${role}`)
    return (
      <figure key={role} className="f-photos">
        <figcaption className="w-soft">{word}</figcaption>
        {photos.map((photo, at) => (
          <KeptImage key={photo.fileId} fileId={photo.fileId} alt={t('case.photo', { role: word, n: at + 1 })} />
        ))}
      </figure>
    )
  })
}

function Timeline({ page }: { readonly page: CasePage }) {
  const t = useText(fieldCaseMessages, casesMessages)
  const { locale } = useLocale()
  const moment = useMoment()
  const steps = page.timeline.map((entry): Step => {
    const by = [entry.by.personName, entry.by.postTitle ?? entry.by.unitName].filter(Boolean).join(' · ')
    const detail = [
      entry.to ? t('case.to', { to: entry.to }) : null,
      entry.className?.[locale],
      entry.into?.number,
      entry.reason,
      entry.note,
      entry.materials.length > 0
        ? t('materials-used', {
            materials: materialsText(entry.materials, unit => t(`material-unit.${unit}`)),
          })
        : null,
    ]
    return {
      key: `${entry.version}`,
      title: t(`cases.event.${entry.type}`),
      state: 'done',
      when: [moment(entry.at), by].filter(Boolean).join(' · '),
      children: detail.filter(Boolean).map(line => (
        <p key={line} className="f-words">
          {line}
        </p>
      )),
    }
  })
  return <Steps label={t('case.timeline')} steps={[...steps, ...awaitedStep(page, t(`cases.status.${page.status}`))]} />
}

function awaitedStep(page: CasePage, title: string): Step[] {
  return page.task === null ? [] : [{ key: 'now', title, state: 'now' }]
}

/** When it is due, what holds it up, and what was asked for. */
function Standing({ page }: { readonly page: CasePage }) {
  const t = useText(fieldCaseMessages)
  const moment = useMoment()
  const deadline = useDeadline()
  const asked = page.procedure.extension ?? page.procedure.suspension
  return (
    <>
      {page.suspendedUntil ? (
        <p>
          <StateMark state="paused">{t('case.due-rests', { when: moment(page.suspendedUntil) })}</StateMark>
        </p>
      ) : page.dueAt && page.light ? (
        <p className="f-task">
          <LightMark light={page.light} state="running" isOverdue={page.light === 'red'} />
          <span>{t('case.due', { when: deadline(page.dueAt) })}</span>
        </p>
      ) : null}
      {asked ? <Notice>{t('case.not-granted', { reason: asked.reason })}</Notice> : null}
    </>
  )
}

const wordedActs = ['ask-extension', 'dispute', 'assist-done', 'resume'] as const

/** Only what the field does: check, verify, handle, help, return, ask for time. The rest is work for the office. */
function Actions({ page, onChanged }: StoryProps) {
  const t = useText(fieldCaseMessages, casesMessages)
  const [other, setOther] = useState<'return' | 'ask-suspension' | (typeof wordedActs)[number] | null>(null)
  const may = (action: CaseAction) => page.allowed.includes(action)
  const form = { target: { caseId: page.caseId, version: page.version }, of: page, onDone: onChanged }
  if (may('report-check')) return <CheckForm key={page.version} {...form} />
  if (may('verify')) return <VerifyForm key={page.version} {...form} />
  const others = (['return', 'ask-suspension', ...wordedActs] as const).filter(may)
  if (!may('handle') && others.length === 0) {
    return page.task === null ? null : <p className="w-soft f-part">{t('case.nothing-to-do')}</p>
  }
  const chosen = other !== null && may(other) ? other : null
  return (
    <>
      {chosen === null && may('handle') ? <HandleForm key={page.version} {...form} /> : null}
      {chosen === 'return' ? <ReturnForm key={page.version} {...form} /> : null}
      {chosen === 'ask-suspension' ? <RestForm key={page.version} {...form} /> : null}
      {chosen !== null && chosen !== 'return' && chosen !== 'ask-suspension' ? (
        <WordsForm key={`${chosen} ${page.version}`} act={chosen} {...form} />
      ) : null}
      <section aria-label={t('case.more')}>
        {chosen !== null && may('handle') ? (
          <Button look="quiet" isWide onPress={() => setOther(null)}>
            {t('handle.title')}
          </Button>
        ) : null}
        {others
          .filter(act => act !== chosen)
          .map(act => (
            <Button key={act} look="quiet" isWide onPress={() => setOther(act)}>
              {act === 'return' ? t('return.open') : t(`cases.action.${act}`)}
            </Button>
          ))}
      </section>
    </>
  )
}
