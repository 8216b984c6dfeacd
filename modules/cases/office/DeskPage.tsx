import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import type { Client } from '#platform/contract/common/client.ts'
import type { InboxItem, listInbox } from '#platform/inbox/common/contract.ts'
import { useShownShift } from '#platform/inbox/office/OfTheShift.tsx'
import { useOpenItem } from '#platform/inbox/office/open-item.ts'
import { type AskedList, useAskList } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { useKeys } from '#platform/ui/office/keys.ts'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { Panes } from '#platform/ui/office/Panes.tsx'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useClient } from '#platform/ui/ui/client.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { casesMessages } from '../common/messages.ts'
import { nextAction } from '../common/actions.ts'
import type { showCase } from '../common/contract-queries.ts'
import { ActBar } from './ActBar.tsx'
import type { Act } from './acts.ts'
import { CaseFacts, CaseStory } from './CaseStory.tsx'
import { KeysHelp } from './KeysHelp.tsx'
import { DeskQueue } from './DeskQueue.tsx'
import { caseOfficeMessages } from './messages.ts'
import { type ShownCase, useShownCase } from './shown-case.ts'
import './cases-office.css'

const CaseMap = lazy(() => import('./CaseMap.tsx').then(({ CaseMap: map }) => ({ default: map })))

/** The desk: queue, case, map. `j` and `k` move, one key acts, and the next one opens by itself. */
export function Page() {
  const t = useText(caseOfficeMessages, casesMessages)
  const { caseId } = useParams({ strict: false }) as { caseId?: string }
  const navigate = useNavigate()
  const openItem = useOpenItem()
  const say = useSay()
  const client = useClient()
  const [shift] = useShownShift()
  const asked = useAskList<typeof listInbox>('inbox.list', { limit: 100, shift })
  const queue = asked.rows.filter(item => item.subjectKind === 'case')
  const first = queue[0]
  const shown = useShownCase(caseId)
  useEffect(() => {
    if (!caseId && first) void openItem(first)
    // oxlint-disable-next-line react/exhaustive-deps -- only when the desk is opened bare or the queue fills up
  }, [caseId, first?.subjectId])
  const goTo = (item: InboxItem | undefined) => {
    if (item) void openItem(item)
  }
  const at = queue.findIndex(item => item.subjectId === caseId)
  useMoreUntil(asked, { isEnough: at >= 0 || shown.data?.waitsForMe !== true })
  useKeys({
    j: () => goTo(queue[at + 1]),
    k: () => goTo(queue[Math.max(0, at - 1)]),
  })
  const afterAct = async (act: Act, done: ShownCase) => {
    const said = t('desk.done', { number: done.number, action: t(`cases.action.${act}`) })
    if (await goesOnHere(client, done)) return say(`${said} ${t('desk.stays')}`)
    const next = queue[at + 1] ?? queue.find(item => item.subjectId !== caseId)
    say(`${said} ${next ? t('desk.next') : ''}`)
    if (next) goTo(next)
    else void navigate({ to: '/desk' })
  }
  return (
    <OfficePage title={t('place.desk')} actions={<KeysHelp />} isFull>
      <Panes
        name="desk"
        left={{ label: t('desk.queue'), content: <DeskQueue asked={asked} queue={queue} current={caseId ?? null} /> }}
        middle={{
          label: t('desk.case'),
          content: caseId ? (
            <Answered asked={shown}>
              {answer => <OnTheDesk key={answer.caseId} shown={answer} onDone={act => void afterAct(act, answer)} />}
            </Answered>
          ) : (
            <Blank title={t(first ? 'desk.choose' : 'desk.empty')}>{first ? null : t('desk.empty-why')}</Blank>
          ),
        }}
        right={{
          label: t('desk.map'),
          content: shown.data ? (
            <Suspense fallback={null}>
              <CaseMap shown={shown.data} />
            </Suspense>
          ) : null,
        }}
      />
    </OfficePage>
  )
}

/** As far as one looks for what is open in its queue; what came with a link may lie far down. */
const mostLookedThrough = 500

/** What was opened by its link stands in its queue as well, so that the next one is the one after it. */
function useMoreUntil(asked: AskedList<InboxItem>, { isEnough }: { readonly isEnough: boolean }): void {
  const { rows, hasNextPage, isFetchingNextPage, fetchNextPage } = asked
  const isWanted = !isEnough && hasNextPage && rows.length < mostLookedThrough
  useEffect(() => {
    if (isWanted && !isFetchingNextPage) void fetchNextPage()
  }, [isWanted, isFetchingNextPage, fetchNextPage])
}

/** Whoever may also do the next step keeps the case: filing and dispatching in one go. */
async function goesOnHere(client: Client, { caseId }: ShownCase): Promise<boolean> {
  const now = await client.query<typeof showCase>('cases.show', { caseId })
  if (isRefusal(now)) return false
  const next = nextAction[now.status]
  return next !== null && now.allowed.includes(next)
}

function OnTheDesk({ shown, onDone }: { readonly shown: ShownCase; readonly onDone: (act: Act) => void }) {
  const t = useText(caseOfficeMessages)
  return (
    <article className="co-desk">
      <h2 className="co-desk-title">{shown.title}</h2>
      <ActBar shown={shown} onDone={onDone} />
      <div className="co-desk-body">
        <CaseFacts shown={shown} />
        <CaseStory shown={shown} level={3} />
        <p className="co-part">
          <Link to="/cases/$caseId" params={{ caseId: shown.caseId }}>
            {t('desk.open-page')}
          </Link>
        </p>
      </div>
    </article>
  )
}
