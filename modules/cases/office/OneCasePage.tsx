import { useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { casesMessages } from '../common/messages.ts'
import { ActBar } from './ActBar.tsx'
import { CaseFacts, CaseStory } from './CaseStory.tsx'
import { caseOfficeMessages } from './messages.ts'
import { PrintCase } from './PrintCase.tsx'
import { type ShownCase, useShownCase } from './shown-case.ts'
import './cases-office.css'

const CaseMap = lazy(() => import('./CaseMap.tsx').then(({ CaseMap: map }) => ({ default: map })))

/** One case as a story, on a page of its own. */
export function Page() {
  const { caseId } = useParams({ strict: false }) as { caseId?: string }
  const t = useText(caseOfficeMessages)
  const asked = useShownCase(caseId)
  if (asked.data) return <OneCase key={asked.data.caseId} shown={asked.data} />
  return (
    <OfficePage title={t('desk.case')}>
      <Answered asked={asked}>{() => null}</Answered>
    </OfficePage>
  )
}

function OneCase({ shown }: { readonly shown: ShownCase }) {
  const t = useText(caseOfficeMessages, casesMessages)
  const say = useSay()
  return (
    <OfficePage title={shown.title} actions={<PrintCase caseId={shown.caseId} />}>
      <ActBar
        shown={shown}
        onDone={act => say(t('desk.done', { number: shown.number, action: t(`cases.action.${act}`) }))}
      />
      <div className="co-page">
        <article className="o-card">
          <CaseFacts shown={shown} />
          <CaseStory shown={shown} />
        </article>
        <section className="o-card" aria-label={t('desk.map')}>
          <Suspense fallback={null}>
            <CaseMap shown={shown} />
          </Suspense>
        </section>
      </div>
    </OfficePage>
  )
}
