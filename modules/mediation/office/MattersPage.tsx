import { Link } from '@tanstack/react-router'
import { type RowOf, useAskList } from '#platform/ui/office/ask.ts'
import { Blank } from '#platform/ui/office/Blank.tsx'
import { FilterSelect } from '#platform/ui/office/FilterSelect.tsx'
import { type Column, ListTable } from '#platform/ui/office/ListTable.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listMatters } from '../common/contract.ts'
import { matterOutcomes } from '../common/matter.ts'
import { mediationMessages } from '../common/messages.ts'
import { mediationOfficeMessages } from './messages.ts'

type Row = RowOf<typeof listMatters>

/** Mediations without names and words; each is opened on its own. */
export function Page() {
  const t = useText(mediationOfficeMessages, mediationMessages)
  const [url, setUrl] = useUrlState()
  const outcome = matterOutcomes.find(one => one === url.outcome)
  const asked = useAskList<typeof listMatters>('mediation.list', outcome ? { outcome } : {})
  return (
    <OfficePage title={t('place.mediation')} about={t('list.about')}>
      <ListTable<Row>
        name="mediation"
        label={t('list.label')}
        columns={useColumns()}
        asked={asked}
        rowKey={row => row.matterId}
        tools={
          <FilterSelect
            label={t('list.outcome')}
            any={t('list.any')}
            words={matterOutcomes}
            value={outcome}
            say={one => t(`outcome.${one}`)}
            onChoose={one => setUrl({ outcome: one })}
          />
        }
        empty={<Blank title={t('list.empty')}>{t('list.empty-why')}</Blank>}
      />
    </OfficePage>
  )
}

function useColumns(): Column<Row>[] {
  const t = useText(mediationOfficeMessages, mediationMessages)
  const moment = useMoment()
  return [
    {
      key: 'kind',
      title: t('column.kind'),
      width: 144,
      show: row => (
        <Link to="/mediation/$matterId" params={{ matterId: row.matterId }}>
          {t(`kind.${row.kind}`)}
        </Link>
      ),
    },
    { key: 'where', title: t('column.where'), width: 160, show: row => row.gridNames.slice(-2).join(' › ') },
    { key: 'by', title: t('column.by'), width: 72, show: row => row.byName ?? '' },
    { key: 'at', title: t('column.at'), width: 104, show: row => moment(row.at) },
    { key: 'outcome', title: t('column.outcome'), width: 120, show: row => t(`outcome.${row.outcome}`) },
    {
      key: 'follow-up',
      title: t('column.follow-up'),
      width: 104,
      show: row => row.followUpOn ?? (row.keeping ? t(`keeping.${row.keeping}`) : ''),
    },
  ]
}
