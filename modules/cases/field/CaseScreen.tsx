import { useState } from 'react'
import {
  Button,
  ErrorState,
  Notice,
  photoUrl,
  Screen,
  Spinner,
  StateMark,
  type Step,
  Steps,
  useAnswer,
  useClient,
  useLive,
  useLocale,
  useMoment,
  useText,
} from '#platform/ui/ui/index.ts'
import type { CaseAction } from '../common/actions.ts'
import { photoRoles } from '../common/case-file.ts'
import type { showCase } from '../common/contract-queries.ts'
import { casesMessages } from '../common/messages.ts'
import type { CasePage } from '../common/presented.ts'
import { HandleForm, ReturnForm, VerifyForm } from './action-forms.tsx'
import { fieldCaseMessages } from './messages.ts'

/** The case as a story, with what I can do about it at the top. */
export function CaseScreen({ caseId }: { readonly caseId: string }) {
  const t = useText(fieldCaseMessages)
  const client = useClient()
  const asked = useAnswer(caseId, () => client.query<typeof showCase>('cases.show', { caseId }))
  const { reload } = asked
  useLive(change => {
    if (change === 'reset' || change.id === caseId) void reload()
  })
  return (
    <Screen title={asked.answer?.title ?? t('case.title')} back="/">
      {asked.answer ? (
        <CaseStory page={asked.answer} onChanged={reload} />
      ) : asked.state === 'failed' ? (
        <ErrorState trouble={asked.trouble} onAgain={() => void reload()} />
      ) : (
        <Spinner />
      )}
    </Screen>
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
      {page.reworkCount > 0 ? <Notice tone="warn">{t('case.rework', { n: page.reworkCount })}</Notice> : null}
      <h2 className="w-subtitle f-part">{t('case.found')}</h2>
      <p className="f-words">{page.description}</p>
      <PhotosByRole page={page} />
      <h2 className="w-subtitle f-part">{t('case.where')}</h2>
      <p>{page.address}</p>
      <p className="w-soft">{page.noGrid ? t('cases.no-grid') : page.gridNames.join(' › ')}</p>
      <Actions page={page} onChanged={onChanged} />
      <h2 className="w-subtitle f-part">{t('case.timeline')}</h2>
      <Timeline page={page} />
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
          <a key={photo.fileId} href={photoUrl(photo.fileId, 'large')}>
            <img src={photoUrl(photo.fileId, 'small')} alt={t('case.photo', { role: word, n: at + 1 })} />
          </a>
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

/** Only what the field does: verify, handle, return. The rest is work for the office. */
function Actions({ page, onChanged }: StoryProps) {
  const t = useText(fieldCaseMessages)
  const [isReturning, setReturning] = useState(false)
  const may = (action: CaseAction) => page.allowed.includes(action)
  const target = { caseId: page.caseId, version: page.version }
  if (may('verify')) return <VerifyForm key={page.version} target={target} onDone={onChanged} />
  if (!may('handle') && !may('return')) {
    return page.task === null ? null : <p className="w-soft f-part">{t('case.nothing-to-do')}</p>
  }
  return (
    <>
      {may('handle') && !isReturning ? <HandleForm key={page.version} target={target} onDone={onChanged} /> : null}
      {may('return') && isReturning ? <ReturnForm key={page.version} target={target} onDone={onChanged} /> : null}
      {may('return') ? (
        <Button look="quiet" isWide onPress={() => setReturning(!isReturning)}>
          {isReturning ? t('handle.title') : t('return.open')}
        </Button>
      ) : null}
    </>
  )
}
