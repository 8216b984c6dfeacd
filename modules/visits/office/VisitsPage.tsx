import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type RowOf, useAskList } from '#platform/ui/office/ask.ts'
import { Blank } from '#platform/ui/office/Blank.tsx'
import { FilterSelect } from '#platform/ui/office/FilterSelect.tsx'
import { type Column, ListTable } from '#platform/ui/office/ListTable.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listVisits } from '../common/contract.ts'
import { visitsMessages } from '../common/messages.ts'
import { outcomes, visitKinds } from '../common/visit.ts'
import { visitsOfficeMessages } from './messages.ts'

type Row = RowOf<typeof listVisits>

/** Visits without their words; each is opened on its own. */
export function Page() {
  const t = useText(visitsOfficeMessages, visitsMessages)
  const [url, setUrl] = useUrlState()
  const kind = visitKinds.find(one => one === url.kind)
  const outcome = outcomes.find(one => one === url.outcome)
  const asked = useAskList<typeof listVisits>('visits.list', {
    ...(kind ? { kind } : {}),
    ...(outcome ? { outcome } : {}),
    ...(url.thing ? { thingId: url.thing } : {}),
  })
  return (
    <OfficePage title={t('place.visits')} about={t('list.about')}>
      <ListTable<Row>
        name="visits"
        label={t('list.label')}
        columns={useColumns()}
        asked={asked}
        rowKey={row => row.visitId}
        tools={
          <>
            <FilterSelect
              label={t('list.kind')}
              any={t('list.any')}
              words={visitKinds}
              value={kind}
              say={one => t(`kind.${one}`)}
              onChoose={kind => setUrl({ kind })}
            />
            <FilterSelect
              label={t('list.outcome')}
              any={t('list.any')}
              words={outcomes}
              value={outcome}
              say={one => t(`outcome.${one}`)}
              onChoose={outcome => setUrl({ outcome })}
            />
            {url.thing ? <Button onClick={() => setUrl({ thing: undefined })}>{t('list.everyone')}</Button> : null}
          </>
        }
        empty={<Blank title={t('list.empty')}>{t('list.empty-why')}</Blank>}
      />
    </OfficePage>
  )
}

function useColumns(): Column<Row>[] {
  const t = useText(visitsOfficeMessages, visitsMessages)
  const moment = useMoment()
  return [
    {
      key: 'whom',
      title: t('column.whom'),
      show: row => (
        <Link to="/visits/$visitId" params={{ visitId: row.visitId }}>
          {row.whom.map(one => one.name).join('、') || row.topic || t('visit.nobody')}
        </Link>
      ),
    },
    { key: 'kind', title: t('column.kind'), show: row => t(`kind.${row.kind}`) },
    { key: 'where', title: t('column.where'), show: row => row.gridNames.slice(-2).join(' › ') },
    { key: 'by', title: t('column.by'), show: row => row.byName ?? '' },
    { key: 'at', title: t('column.at'), show: row => moment(row.at) },
    { key: 'meeting', title: t('column.meeting'), show: row => t(`meeting.${row.meeting}`) },
    {
      key: 'outcome',
      title: t('column.outcome'),
      show: row => [t(`outcome.${row.outcome}`), row.dueOn ? t('visit.due', { day: row.dueOn }) : ''].join(' '),
    },
    {
      key: 'cases',
      title: t('column.cases'),
      show: row =>
        row.cases.map(one => (
          <Link key={one.caseId} to="/cases/$caseId" params={{ caseId: one.caseId }}>
            {one.number}
          </Link>
        )),
    },
  ]
}
